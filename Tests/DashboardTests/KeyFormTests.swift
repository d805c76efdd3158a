import Canvas
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// The fields for storage keys.
struct KeyFormTests {
  /// A session in which a stopped task asks for four keys.
  private func session(
    size: Size = .classic, isASCII: Bool = false, task: MigrationTask = .stopped
  ) -> Session {
    var session = Session(DashboardConfiguration(profile: "prod", isASCII: isASCII), size: size)
    session.select(task)
    session.openPrompt(.character("R"))
    return session
  }

  private func text(_ session: Session, _ field: KeyForm.Field) -> String? {
    session.state.prompt?.form?.text(of: field).reveal()
  }

  @Test func `all four keys are asked for, and nothing is sent`() {
    let session = session()
    #expect(session.state.prompt?.form?.fields == KeyForm.Field.allCases)
    for field in KeyForm.Field.allCases {
      #expect(session.screen.contains(English().words(field, isShort: false)))
    }
    #expect(session.acts.isEmpty)
  }

  @Test func `letters that answer a question elsewhere are letters in a field`() {
    var session = session()
    session.type("ynqR?f")
    #expect(text(session, .sourceAccess) == "ynqR?f")
    #expect(session.acts.isEmpty)
  }

  @Test func `keys typed before the fields were drawn are not taken`() {
    var session = Session()
    session.select(.stopped)
    session.type("Rab")
    session.readTargets()
    session.type("ab")
    session.showPrompt()
    #expect(text(session, .sourceAccess) == "")
  }

  @Test(arguments: [false, true])
  func `a secret is neither on the screen nor in any description`(isASCII: Bool) {
    var session = session(isASCII: isASCII)
    session.press(.tab)
    var texts: [String] = []
    for character in "hunter2" {
      session.type(String(character))
      texts.append(session.screen)
    }
    #expect(session.screen.contains(isASCII ? "*******" : "•••••••"))
    session.press(.paste("hunter2"), .up)
    texts += [session.screen, "\(session.state)", String(reflecting: session.state)]
    dump(session.state, to: &texts[0])
    #expect(text(session, .sourceSecret) == "hunter2hunter2")
    #expect(!texts.contains { $0.contains("hunter") })
  }

  @Test func `no secret is in the description of the effect that carries it away`() {
    var session = session()
    session.typeKeys()
    session.type("y")
    var described = "\(session.effects) \(session.state)"
    dump(session.effects, to: &described)
    #expect(session.acts.count == 1)
    #expect(!described.contains("s3cr3t"))
  }

  @Test func `a paste goes into the field without its control characters`() {
    var session = session()
    session.press(.paste("AK\u{1B}[31m\u{0}I\u{200B}A\u{202E}\n"))
    #expect(text(session, .sourceAccess) == "AK[31mIA")
    #expect(session.state.prompt?.form?.focus == 0)
  }

  @Test(arguments: ["x", "e\u{301}", "键"])
  func `a field holds a hundred characters`(character: String) {
    var session = session()
    session.press(.paste(String(repeating: character, count: 60_000)))
    session.type("yy")
    #expect(text(session, .sourceAccess)?.unicodeScalars.count == 100)
  }

  @Test(
    arguments: [
      ([.tab], 1), ([.down, .down], 2), ([.enter], 1), ([.backTab], 3), ([.up], 3),
      ([.tab, .up], 0), ([.up, .tab], 0), ([.enter, .enter, .enter, .enter], 0),
    ] as [([Key], Int)])
  func `keys move between the fields`(keys: [Key], focus: Int) {
    var session = session()
    for key in keys { session.press(key) }
    #expect(session.state.prompt?.form?.focus == focus)
  }

  @Test func `a missing key is said to be missing`() {
    var session = session()
    session.type("a")
    session.press(.up)
    session.type("b")
    session.press(.enter)
    #expect(session.state.prompt?.form?.field == .sourceSecret)
    #expect(session.screen.contains("The source secret key is missing."))
  }

  @Test func `typing can be corrected`() {
    var session = session()
    session.type("abc")
    session.press(.backspace)
    #expect(text(session, .sourceAccess) == "ab")
    session.press(.control("u"), .backspace)
    #expect(text(session, .sourceAccess) == "")
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `a harmless key closes the form and forgets the keys`(key: Key) {
    var session = session()
    session.type("secret")
    session.press(key)
    #expect(session.state.layer == nil)
    session.openPrompt(.character("R"))
    #expect(text(session, .sourceAccess) == "")
  }

  @Test func `a target whose state changes closes the form`() {
    var session = session()
    session.type("secret")
    var changed = MigrationTask.stopped
    changed.state = .running
    session.send(.tasksLoaded(TaskSnapshot(tasks: [changed])))
    #expect(session.state.layer == nil)
    #expect(session.screen.contains("is running now; nothing was sent"))
  }

  @Test func `a resize that hides a field closes the form`() {
    var session = session()
    session.send(.resized(Size(rows: 10, columns: 80)))
    #expect(session.state.layer == nil)
  }

  @Test(arguments: [Size.classic, .large, Size(rows: 24, columns: 24), Size(rows: 18, columns: 40)])
  func `the next character stands at the cursor`(size: Size) {
    for moves in 0..<4 {
      var session = session(size: size)
      for _ in 0..<moves { session.press(.tab) }
      session.type("ab")
      let frame = render(session.state)
      guard let cursor = frame.cursor else {
        Issue.record("no cursor")
        return
      }
      let before = frame[cursor.row, cursor.column - 1].character
      #expect(before == (moves.isMultiple(of: 2) ? "b" : "•"))
    }
  }

  @Test func `of a long access key the end is shown`() {
    var session = session()
    session.type(String(repeating: "x", count: 90) + "END")
    #expect(session.screen.contains("xxEND"))
  }
}
