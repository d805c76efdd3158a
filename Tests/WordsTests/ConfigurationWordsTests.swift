import Testing

@testable import Migration
@testable import Words

struct ConfigurationWordsTests {
  private static let endpoint = Endpoint(socket: "/run/ferry.sock")
  private static let text = Quoted("colour")

  private static let locationFaults: [LocationFault] = [
    .form, .relativePath, .noRemote, .noBucket, .holdsKeys,
    .option(scheme: "s3", known: ["endpoint", "region"], not: text), .repeatedOption(text),
    .noEndpoint, .noRegion,
    .scheme(known: ["s3", "obs"]),
  ]
  private static let fileFaults: [FileFault] = [
    .unreadable(reason: "denied"), .notYAML(line: 3, column: 1, reason: "x"),
    .notYAML(line: 3, column: 1, reason: "found character that cannot start any token"),
    .notYAML(line: nil, column: nil, reason: nil), .repeatedKey(line: 2), .noProfiles,
  ]
  private static let entryFaults: [EntryFault] = [
    .notAMapping, .unknownKey(known: ["a"]), .wrongKind, .wantsText, .wantsFlag, .wantsSeconds,
    .noneOf(text, known: ["a"]), .unusable(.region(text)), .wantsList, .missing(["a", "b"]),
    .beside(["a", "b"]), .keyless, .repeated, .onlyWith(key: "credentials", value: "token"),
  ]
  private static let keyFaults: [KeyFault] = [
    .command(.exited(status: 2)), .command(.killed(signal: 9)),
    .command(.endless(after: .seconds(60))), .command(.notRun(reason: "x")), .notKeys(lines: 0),
    .notKeys(lines: 1), .notKeys(lines: 4), .noVariables("ARCHIVE"), .noRclone(.missing),
    .remotes(.exited(status: 1)), .noRemote("r"), .keylessRemote("r", type: "drive"),
    .keylessProfile("p"), .unusable(.noProject), .refused(APIProblem(.unwritable, kind: .invalid)),
  ]
  private static let errors: [ConfigurationError] = {
    let entry = ConfigurationEntry(path: "/c.yaml", line: 3, profile: "prod", key: "api")
    let single: [ConfigurationError] = [
      .apiVersion(text), .region(text), .endpoint(text), .order(text, known: ["id", "name"]),
      .bandwidthWindow(text), .profileAndEndpoint, .noProfile(text, path: "/c", known: ["local"]),
      .noDefault(text, path: "/c"), .noEndpoint(profile: "prod"), .openLogin(endpoint),
      .openToken(endpoint), .openPath(endpoint), .halfPair(present: "A", missing: "B"),
      .projectReplaced(profile: "prod", by: "V"), .openKeys(path: "/k"), .noPassword(user: "u"),
      .noProject,
      .noIdentityService, .onePair(variables: "FERRY_SOURCE", stores: 2),
    ]
    let keyLists: [KeyListFault] = [
      .empty, .tooLarge(limit: 1_048_576), .tooMany(limit: 2), .line(3, .notUTF8),
      .line(3, .zeroByte), .line(3, .carriageReturn), .line(3, .tooLong(limit: 1024)),
    ]
    return single + keyLists.map { .keyList(file: "/k", $0) }
      + locationFaults.map { .location(text, $0) }
      + SettingName.allCases.map { .setting($0, text, known: ["a", "b"]) }
      + keyFaults.map { .keys(.profile("prod"), $0) }
      + keyFaults.map { .keys(.store(match: "s3://a"), $0) }
      + fileFaults.map { .file(path: "/c.yaml", $0) } + entryFaults.map { .entry(entry, $0) }
      + CredentialPlace.allCases.map { .noCredentials($0, sdkFile: "/sdk") }
  }()

  @Test(arguments: errors)
  func `what is wrong with a configuration is told in one line of each language`(
    error: ConfigurationError
  ) {
    let (english, chinese) = (English().words(error), Chinese().words(error))
    #expect(!english.contains("\n") && !chinese.contains("\n"))
    #expect(!english.hasChinese, "\(english)")
    #expect(chinese.hasChinese, "\(chinese)")
  }

  private static let filterFaults: [FilterFault] = {
    let patterns: [PatternFault] = [
      .strayClosing, .noClosing(")"), .tooLarge, .tooDeep, .nothingThere, .nothingToRepeat("*"),
      .unknownGroup, .count, .nothingEscaped, .unknownEscape("k"), .backwards,
    ]
    return [
      .openQuote, .emptyQuotes, .nothingNegated, .openPattern,
      .unknownKey("stat", sign: ":", known: ["state:"], word: "stat:x"), .noValue(key: "name"),
      .notAState("x", known: ["failed"]), .noGroup, .notAnID("x"),
    ] + patterns.map(FilterFault.pattern)
      + TaskFilter.Quantity.allCases.map(FilterFault.wantsQuantity)
  }()

  @Test(arguments: filterFaults)
  func `what is wrong with a filter is told in each language, with its place`(fault: FilterFault) {
    let error = FilterError(position: 6, fault: fault)
    #expect(!English().words(error).hasChinese)
    #expect(English().words(error).hasPrefix("filter, character 7: "))
    #expect(Chinese().words(error).hasPrefix("过滤表达式第 7 个字符："))
    #expect(Chinese().words(fault).hasChinese)
  }

  @Test(arguments: ["https://me:hush@host", "x https://me:hush@host 'http://a:hush@b'"])
  func `a password in an address is not quoted back`(text: String) {
    #expect(!Quoted(text).description.contains("hush"))
    #expect(!"\(ConfigurationError.endpoint(Quoted(text)))".contains("hush"))
  }
}
