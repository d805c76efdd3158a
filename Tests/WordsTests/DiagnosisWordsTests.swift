import Testing

@testable import Migration
@testable import Words

struct DiagnosisWordsTests {
  private static let endpoint = Endpoint(socket: "/run/ferry.sock")
  private static let error = ConfigurationError.noProject
  private static let leftOut: LeftOut = {
    var leftOut = LeftOut()
    leftOut.tasks = [TaskID(rawValue: 1)]
    leftOut.members = ["progress"]
    return leftOut
  }()

  private static let terminal: [Finding] = [
    .noTerminal, .noTerminalType, .unknownTerminal(type: "x"), .simpleTerminal(type: "dumb"),
    .refusedColours, .colours(0), .size(columns: 19, rows: 24), .size(columns: 80, rows: 4),
    .locale(setting: nil, charset: nil), .locale(setting: "LANG=C", charset: "ANSI_X3.4-1968"),
  ]
  private static let machine: [Finding] =
    [
      .missing, .notAProgram(path: "/r"), .foreign(path: "/r"),
      .tooOld(path: "/r", version: "1.60"),
    ]
    .map { Finding.noRclone($0, isNeeded: true) } + [
      .noRclone(.missing, isNeeded: false), .noConfiguration(path: "/c"),
      .configuration(path: "/c", profiles: ["a"]), .configurationRemark(error),
      .badConfiguration(error), .state(path: "/s"), .stateToCome(path: "/s"),
      .noState(path: "/s/t", parent: "/s"), .closedState(path: "/s"),
      .openState(path: "/s", isDirectory: true), .openState(path: "/s/f", isDirectory: false),
      .noRuntimeDirectory(path: "/run/x", socket: "/s"), .longSocketPath("/s", most: 107),
      .noLocalService, .silentLocalService(endpoint), .localService(endpoint),
      .ailingLocalService(endpoint, status: 503, complaints: []),
      .ailingLocalService(endpoint, status: 503, complaints: ["x"]),
    ]
  private static let service: [Finding] = [
    .connectionRemark(error), .noConnection(error),
    .endpoint(endpoint, isEncrypted: true, status: 200, latency: .milliseconds(3)),
    .endpoint(endpoint, isEncrypted: false, status: nil, latency: .zero),
    .credentials(.socket), .credentials(.given), .credentials(.environment),
    .credentials(.login(user: "u", isAsked: false)), .credentials(.login(user: "u", isAsked: true)),
    .credentials(.command(profile: "p")), .credentials(.temporaryKeys(by: .token)),
    .connections(answered: 4, of: 4, slowest: .milliseconds(8)),
    .connections(answered: 0, of: 4, slowest: .zero), .quota(runningTasks: 5),
    .noQuota(.unknownAccount), .noQuota(.noCall), .windowZone(WindowZone(minutes: 480)),
    .noWindowZone,
    .foundProject(id: "p", name: "n"), .versions(spoken: .v1, offered: nil),
    .versions(spoken: .v2, offered: ["v1"]), .tasks(isOneRead: true), .tasks(isOneRead: false),
    .unreadableTasks(2, first: "x"),
    .leftOut(leftOut), .failed(.tasks, APIProblem(.unwritable, kind: .invalid)),
  ]

  private static let store: [Finding] = [
    StoreFinding.listed(place: "p", entries: 1), .listed(place: "p", entries: 2),
    .unlisted(place: "p", reason: "x"), .connections(answered: 3, of: 4, slowest: .zero),
    .connections(answered: 4, of: 4, slowest: .zero), .written(bytes: 9), .unwritable(reason: "x"),
    .unreadable(reason: "x"), .altered, .left(name: "n", reason: "x"), .clock(ahead: .seconds(90)),
    .clock(ahead: .zero),
  ].map(Finding.store)

  @Test(arguments: terminal + machine + service + store)
  func `what a check found is told in one line of each language`(finding: Finding) {
    let english = [English().words(finding), English().advice(on: finding)].compactMap(\.self)
    let chinese = [Chinese().words(finding), Chinese().advice(on: finding)].compactMap(\.self)
    #expect(english.count == chinese.count)
    #expect(english.allSatisfy { !$0.hasChinese && !$0.contains("\n") }, "\(english)")
    #expect(chinese.allSatisfy { $0.hasChinese && !$0.contains("\n") }, "\(chinese)")
  }

  @Test(
    arguments: [
      (0, .ok, "agrees"), (59, .ok, "59 s"), (-59, .ok, "59 s"), (61, .warning, "61 s behind"),
      (-901, .warning, "901 s ahead of"), (901, .warning, "refused"),
    ] as [(Int, Finding.Status, String)])
  func `a difference of clocks is judged`(seconds: Int, status: Finding.Status, words: String) {
    let finding = Finding.clock(ahead: .seconds(seconds))
    #expect(finding.status == status)
    #expect(English().words(finding).contains(words))
    #expect((English().advice(on: finding) == nil) == (status == .ok))
    #expect(Chinese().words(finding).hasChinese)
  }

  @Test func `what others can read is told with what to run`() {
    let directory = Finding.openState(path: "/s", isDirectory: true)
    let file = Finding.openState(path: "/s/f", isDirectory: false)
    #expect(English().advice(on: directory)?.contains("chmod 700") == true)
    #expect(English().advice(on: file)?.contains("chmod 600") == true)
  }
}
