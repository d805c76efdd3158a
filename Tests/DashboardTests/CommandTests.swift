import Canvas
import Testing
import Words

@testable import Migration

@testable import Dashboard

struct CommandTests {
  @Test func `no key stands for two commands`() {
    let keys = CommandTable.rows.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `no two actions are a Shift apart`() {
    let letters: [String] = CommandTable.actions.flatMap { $0.row.keys }.compactMap { key in
      if case .character(let letter) = key { letter.lowercased() } else { nil }
    }
    #expect(letters.count > 3)
    #expect(Set(letters).count == letters.count)
  }

  @Test func `every name stands for one command, and every command has one`() {
    let names = CommandTable.rows.map(\.name)
    #expect(Set(names) == Set(CommandName.allCases))
    #expect(names.count == CommandName.allCases.count)
    for row in CommandTable.rows { #expect(!row.name.rawValue.contains(" ")) }
  }

  @Test func `every key that users know means something`() {
    let letters = "jkgGdlhnN/ v*uo<>irz+-sDRacyYePFEKb12345:?q".map(Key.character)
    let others: [Key] = [
      .down, .up, .home, .end, .pageDown, .pageUp, .control("f"), .control("b"), .control("d"),
      .control("u"), .enter, .right, .escape, .left, .backspace, .delete, .tab, .function(1),
      .control("l"), .control("z"), .control("c"),
    ]
    for key in letters + others { #expect(CommandTable.command(for: key) != nil, "\(key)") }
  }

  @Test(
    arguments: [
      ("ЖБЮ.,", ":<>/?"), ("оіысшщ", "jsscio"), ("ВКйнЛ", "DRqyK"), ("σΔΡυ", "sDRy"),
      ("：／？＊＋－＜＞", ":/?*+-<>"), ("《》　", "<> "),
    ])
  func `a key of another layout does what the Latin one at its place does`(
    others: String, latin: String
  ) {
    for (other, letter) in zip(others, latin) {
      let command = CommandTable.command(for: .character(letter))
      #expect(command != nil)
      #expect(CommandTable.command(for: .character(other)) == command, "\(other) \(letter)")
    }
  }

  @Test func `no other layout takes a key from its command`() {
    for row in CommandTable.rows {
      for key in row.keys { #expect(CommandTable.command(for: key) == row.command) }
    }
  }

  @Test func `what is typed into a line stays as it is typed`() {
    var session = Session()
    session.type(".ж,Б《і")
    #expect(session.state.list.table.filter.text == "ж,Б《і")
  }

  @Test(arguments: Array("K"))
  func `a key without a part of the screen says what helps, and does nothing`(key: Character) {
    var session = Session(size: .large)
    let before = session.state.list
    #expect(session.type(String(key)).isEmpty)
    #expect(session.state.notice?.text.contains("shell") == true || key == "K")
    #expect(session.state.notice?.text.isEmpty == false)
    #expect(session.state.list == before)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `every key of the help fits its column`() {
    for row in CommandTable.rows { #expect(columns(of: row.label) <= 13) }
  }

  @Test(arguments: [
    (Key.character("r"), [Effect.refresh]), (.control("l"), [.repaint]),
    (.control("z"), [.suspend]),
    (.character("q"), [.quit]), (.control("c"), [.quit]), (.function(9), []), (.paste("q"), []),
  ])
  func `a key has its effect`(key: Key, effects: [Effect]) {
    var session = Session()
    #expect(session.press(key) == effects)
  }

  @Test func `q goes back before it quits`() {
    var session = Session()
    session.press(.enter)
    #expect(session.type("q").isEmpty)
    session.type("?")
    #expect(session.type("q").isEmpty)
    #expect(session.type("q") == [.quit])
  }

  @Test func `copying sends the id or the task to the terminal`() {
    var session = Session()
    session.select(.running)
    #expect(session.type("y") == [.copy("191297407830008")])
    #expect(session.type("Y") == [.copy(TaskSummary(.running).json)])
  }

  @Test(arguments: [nil, "tmux", "GNU screen"] as [String?])
  func `what is said of a copy is so wherever it is sent to`(multiplexer: String?) {
    let configuration = DashboardConfiguration(profile: "prod", multiplexer: multiplexer)
    var session = Session(configuration, size: .large)
    session.select(.running)
    session.type("y")
    #expect(session.screen.contains("Sent the id to the clipboard") == (multiplexer == nil))
    #expect(
      session.screen.contains("Handed the id to \(multiplexer ?? "?")") == (multiplexer != nil))
  }

  @Test func `a copy that is too long is told`() {
    var session = Session()
    session.send(.notCopied)
    #expect(session.screen.contains("nothing was copied"))
  }

  @Test func `a notice goes with the next key`() {
    var session = Session()
    session.send(.notice(Notice(.error, "the journal is full")))
    #expect(session.screen.contains("the journal is full"))
    session.press(.down)
    #expect(!session.screen.contains("the journal is full"))
  }

  @Test func `drawing twice draws the same`() {
    let session = Session()
    #expect(render(session.state) == render(session.state))
  }

  @Test func `moving the cursor changes two lines of the table, each from end to end`() {
    var session = Session(tasks: (0..<9).map { .sample($0, .running) })
    let before = render(session.state)
    session.press(.down)
    let after = render(session.state)
    let lines = before.rows.indices.filter { before.row($0) != after.row($0) }
    #expect(lines.count == 2)
    #expect(lines.map { after.row($0).allSatisfy(\.style.isReversed) } == [false, true])
    #expect(lines.map { before.row($0).allSatisfy(\.style.isReversed) } == [true, false])
  }
}
