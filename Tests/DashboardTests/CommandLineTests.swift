import Canvas
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// Commands by their names, behind `:`.
struct CommandLineTests {
  private func session(_ line: String) -> Session {
    var session = Session(size: .large)
    session.type(":" + line)
    return session
  }

  private func footer(_ session: Session) -> Substring {
    session.screen.split(separator: "\n").last ?? ""
  }

  @Test(arguments: [("q", [Effect.quit]), ("quit", [.quit]), ("refresh", [.refresh])])
  func `a name does what the key does`(line: String, effects: [Effect]) {
    var session = session(line)
    #expect(session.press(.enter) == effects)
    #expect(session.state.layers.isEmpty)
  }

  @Test(arguments: ["q", "quit"])
  func `it can be left by its name as well, after a warning`(name: String) {
    var session = Session(size: .large)
    session.select(.running)
    session.openPrompt(.character("s"))
    session.type("y")
    session.press(.escape)
    session.type(":" + name)
    #expect(session.press(.enter).isEmpty)
    session.type(":" + name)
    #expect(session.press(.enter) == [.quit])
  }

  @Test func `an action by its name is about what a key would be about`() {
    var session = Session()
    session.select(.running)
    session.type(":stop")
    session.press(.enter)
    #expect(session.state.prompt?.action == .stop)
    #expect(session.state.prompt?.targets.map(\.id) == [MigrationTask.running.id])
  }

  @Test(
    arguments: [
      ("delete state:failed", TaskAction.delete, [4]), ("stop state:running", .stop, [8, 7]),
      ("start state:stopped,failed", .start(failedOnly: false), [5, 4]),
    ] as [(String, TaskAction, [Int64])])
  func `with a filter it is about all that the filter lets through, and asks`(
    line: String, action: TaskAction, numbers: [Int64]
  ) {
    var session = session(line)
    session.press(.enter)
    #expect(session.acts.isEmpty)
    #expect(session.state.prompt?.action == action)
    let ids = numbers.map { MigrationTask.sample($0, .running).id }
    #expect(session.state.prompt?.targets.map(\.id) == ids)
  }

  @Test func `the Enter behind a command is no answer to its question`() {
    var session = session("stop state:running")
    session.press(.enter)
    session.readTargets()
    session.showPrompt()
    session.type("2")
    session.press(.enter)
    #expect(session.acts.count == 1)
    var other = self.session("stop state:running")
    other.press(.enter, .enter)
    #expect(other.acts.isEmpty)
  }

  @Test func `a filter, an order and an interval are taken by their names`() {
    var session = session("filter state:failed")
    session.press(.enter)
    #expect(session.state.list.table.filter.text == "state:failed")
    session.type(":sort size")
    session.press(.enter)
    #expect(session.state.list.table.order.key == .size)
    session.type(":interval 30")
    #expect(session.press(.enter) == [.poll(every: .seconds(30))])
    #expect(session.state.link.interval == .seconds(30))
  }

  @Test(arguments: ["sort size", "sort  size", "  sort size  "])
  func `it does not matter how many blanks part the words`(line: String) {
    var session = session(line)
    session.press(.enter)
    #expect(session.state.list.table.order.key == .size)
  }

  @Test(arguments: [
    "keys b"
  ])
  func `what is done elsewhere is told, whatever stands behind it`(line: String) {
    var (session, other) = (session(line), session(String(line.prefix { $0 != " " })))
    session.press(.enter)
    other.press(.enter)
    #expect(session.state.notice?.kind == .info)
    #expect(session.state.notice?.text == other.state.notice?.text)
    #expect(session.state.layers.isEmpty)
  }

  @Test(arguments: [
    ("delete state:failed", "1 task that passes 'state:failed', which is not shown."),
    ("stop state:running", "2 tasks that pass 'state:running', 1 of them not shown."),
  ])
  func `the question says which filter chose its tasks`(line: String, words: String) {
    var session = session("filter name:nightly")
    session.press(.enter)
    session.type(":" + line)
    session.press(.enter)
    session.readTargets()
    #expect(session.screen.contains(words))
    #expect(!session.screen.contains("marked"))
  }

  @Test(arguments: [
    ("nonsense", "no command 'nonsense'"), ("refresh now", "takes nothing"),
    ("interval", "wants seconds"), ("interval 0", "wants seconds"), ("interval 3601", "seconds"),
    ("interval 99999999999999999999", "seconds"), ("sort nothing", "wants a column"),
    ("stop colour:red", ":stop:"), ("  ", ""), ("delete state:", ":delete:"),
    ("delete \"\"", "nothing between these quotes"),
  ])
  func `what is no command is told, and can be mended`(line: String, words: String) {
    var session = session(line)
    #expect(session.press(.enter).isEmpty)
    #expect(session.acts.isEmpty)
    #expect(session.state.prompt == nil)
    #expect(footer(session).contains(words))
    #expect(session.state.layers.isEmpty == words.isEmpty)
  }

  @Test(arguments: [
    ("ref", ":refresh "), ("co", ":co"), ("copy", ":copy-"), ("sort si", ":sort size "),
    ("sort s", ":sort s"), ("sort  si", ":sort  size "),
    ("stop st", ":stop state:"), ("delete !state:fai", ":delete !state:failed "),
    ("filter photos state:st", ":filter photos state:stopp"),
    ("start destination:", ":start destination:archive "), ("refresh st", ":refresh st"),
    ("stop state:failed,sto", ":stop state:failed,stopp"),
    ("zzz", ":zzz"), ("refresh x", ":refresh x"), ("page-", ":page-"),
  ])
  func `Tab completes as far as all that begin so agree`(line: String, completed: String) {
    var session = session(line)
    session.press(.tab)
    guard case .commandEntry(let entry) = session.state.layer else { return #expect(Bool(false)) }
    #expect(":" + entry.line.text == completed)
  }

  @Test func `where Tab finds several they are told, until the next key`() {
    var session = session("stop source:photos-")
    #expect(!footer(session).contains("source:photos-2"))
    session.press(.tab)
    #expect(footer(session).contains("source:photos-1 source:photos-2"))
    session.type("1")
    #expect(!footer(session).contains("source:photos-2"))
  }

  @Test func `what may be meant stands behind the line`() {
    #expect(footer(session("copy")).contains("copy-id copy-task"))
    #expect(footer(session("sort s")).contains("source state speed size"))
    #expect(footer(session("stop s")).contains("state: source: size>"))
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `it can be left with nothing done`(key: Key) {
    var session = session("stop")
    #expect(session.press(key).isEmpty)
    #expect(session.state.layers.isEmpty)
    var empty = self.session("")
    empty.press(.backspace)
    #expect(empty.state.layers.isEmpty)
  }

  @Test func `commands of before come back, to be changed and carried out`() {
    var session = session("sort size")
    session.press(.enter)
    session.type(":interval 30")
    session.press(.enter)
    session.type(":so")
    session.press(.up, .up)
    #expect(footer(session).hasPrefix(":sort size"))
    session.press(.control("w"))
    session.type(" state")
    session.press(.enter)
    #expect(session.state.list.table.order.key == .state)
    session.type(":re")
    session.press(.up, .up, .down, .down)
    #expect(footer(session).hasPrefix(":re "))
  }

  @Test func `what is no command does not come back`() {
    var session = session("sort size")
    session.press(.enter)
    session.type(":nonsense")
    session.press(.enter, .escape)
    session.type(":")
    session.press(.up)
    #expect(footer(session).hasPrefix(":sort size"))
  }

  @Test func `a pasted command waits for its Enter`() {
    var session = session("")
    session.press(.paste("delete state:failed\n"))
    #expect(session.state.prompt == nil)
    #expect(footer(session).hasPrefix(":delete state:failed"))
  }
}
