import Canvas
import TestSupport
import Testing

@testable import Dashboard
@testable import Migration

/// A table so long that its rows take a while to be arranged.
struct ArrangingTests {
  /// A dashboard of which the test arranges the rows.
  private struct Desk {
    var state = Session(tasks: (0..<60).map { .sample($0, .running) }).state
    private(set) var works: [(arranger: Arranger, request: Int)] = []
    private var seconds = 100

    var names: [String] { state.list.table.rows.compactMap { state.list.table.task($0)?.name } }

    @discardableResult
    mutating func send(_ event: Event) -> [Effect] {
      let effects = update(&state, event)
      for case .arrange(let request) in effects {
        works.append((state.list.table.arranger, request))
      }
      return effects
    }

    mutating func press(_ keys: Key...) {
      for key in keys {
        seconds += 1
        send(.key(key, at: .seconds(seconds)))
      }
    }

    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Ends the work that began first.
    @discardableResult
    mutating func arrange() -> [Effect] {
      let work = works.removeFirst()
      return send(.arranged(work.arranger.rows() ?? [], request: work.request))
    }
  }

  @Test func `until the rows are arranged the old ones stay, and letters are taken`() {
    var desk = Desk()
    desk.type("/task_5")
    #expect(desk.names.count == 60)
    #expect(desk.state.list.table.filter.text == "task_5")
    #expect(render(desk.state).description.contains("/task_5"))
    while !desk.works.isEmpty { desk.arrange() }
    #expect(desk.names.count == 11)
  }

  @Test func `while rows are sorted a word says by what`() {
    var desk = Desk()
    desk.type(">")
    #expect(render(desk.state).description.contains("sorting by source…"))
    desk.type(">")
    #expect(render(desk.state).description.contains("sorting by state…"))
    while !desk.works.isEmpty { desk.arrange() }
    #expect(!render(desk.state).description.contains("sorting"))
  }

  @Test func `work that is called off brings nothing`() async {
    var desk = Desk()
    desk.type(">")
    let arranger = desk.works[0].arranger
    let work = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return arranger.rows()
    }
    #expect(await work.value == nil)
  }

  @Test func `only what is wanted last is taken`() {
    var desk = Desk()
    desk.type("/task_5")
    while desk.works.count > 1 {
      desk.arrange()
      #expect(desk.names.count == 60)
    }
    desk.arrange()
    #expect(desk.names.count == 11)
  }

  @Test func `a letter that is taken back needs no work`() {
    var desk = Desk()
    desk.type("/9")
    desk.press(.backspace)
    #expect(desk.state.list.table.isArranged)
    desk.arrange()
    #expect(desk.names.count == 60)
  }

  @Test func `keys about the rows wait for them, with all that is typed behind`() {
    var desk = Desk()
    desk.type("/task_5")
    desk.press(.enter)
    desk.type("*jz")
    #expect(desk.state.list.marks.isEmpty)
    #expect(!desk.state.link.isPaused)
    while !desk.works.isEmpty { desk.arrange() }
    #expect(desk.state.list.marks.count == 11)
    #expect(desk.state.list.cursorRow == 1)
    #expect(desk.state.link.isPaused)
  }

  @Test func `a prompt that had to wait is about the rows that came`() {
    var desk = Desk()
    desk.type("/task_5")
    desk.press(.enter, .character("g"), .character("s"), .character("y"))
    while !desk.works.isEmpty { desk.arrange() }
    #expect(desk.state.prompt?.targets.map(\.name) == ["task_59"])
    // The answer came before the question, so it is none.
    #expect(desk.state.prompt?.stage == .reading)
  }

  @Test func `a command by its name waits for the rows that it is about, with all behind it`() {
    var desk = Desk()
    desk.type("/task_5")
    desk.press(.enter)
    desk.type(":stop")
    desk.press(.enter)
    #expect(desk.state.prompt == nil)
    while !desk.works.isEmpty { desk.arrange() }
    #expect(desk.state.prompt?.targets.map(\.name) == ["task_59"])
  }

  @Test func `an export waits for the rows that it is to write`() {
    var desk = Desk()
    desk.type("/task_5")
    desk.press(.enter)
    desk.type(":export csv x")
    desk.press(.enter)
    #expect(desk.state.exports.isEmpty)
    while !desk.works.isEmpty { desk.arrange() }
    #expect(desk.state.exports.count == 1)
    #expect(desk.state.list.table.shownTasks.count == 11)
  }

  @Test func `what needs no rows does not wait`() {
    var desk = Desk()
    desk.type(">>z")
    #expect(desk.state.list.table.order.key == .state)
    #expect(desk.state.link.isPaused)
    desk.type("j")
    #expect(desk.send(.key(.control("c"), at: .seconds(1000))).contains(.quit))
  }

  @Test func `giving up drops the keys that wait`() {
    var desk = Desk()
    desk.type(">D")
    #expect(desk.state.heldKeys.count == 1)
    desk.press(.control("c"))
    desk.arrange()
    #expect(desk.state.heldKeys.isEmpty)
    #expect(desk.state.prompt == nil)
  }

  @Test func `a suspension drops the keys that wait`() {
    var desk = Desk()
    desk.type(">D")
    desk.press(.control("z"))
    desk.type("D")
    desk.send(.resumed)
    desk.arrange()
    #expect(desk.state.prompt == nil)
  }

  @Test func `under another order and filter the cursor is where its task would be`() {
    var desk = Desk()
    for _ in 0..<30 { desk.press(.down) }
    // By name, and without the task under the cursor.
    desk.type(">/!task_29")
    while !desk.works.isEmpty { desk.arrange() }
    let rows = desk.names
    #expect(rows == rows.sorted())
    #expect(desk.state.list.cursorRow == rows.firstIndex { $0 > "task_29" })
  }

  @Test func `no more keys wait than anybody types`() {
    var desk = Desk()
    desk.type(">" + String(repeating: "j", count: 1000))
    #expect(desk.state.heldKeys.count == 256)
    desk.arrange()
    #expect(desk.state.heldKeys.isEmpty)
    #expect(desk.state.list.cursorRow == 59)
  }

  @Test func `Esc brings the place back once the rows have come`() {
    var desk = Desk()
    for _ in 0..<40 { desk.press(.down) }
    let before = desk.state.list
    desk.type("/task_59")
    while !desk.works.isEmpty { desk.arrange() }
    desk.press(.escape)
    #expect(desk.state.list.cursor != before.cursor)
    desk.arrange()
    #expect(desk.state.list == before)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what changes meanwhile is shown as if it had been arranged at once`(seed: UInt64) {
    var random = Generator(seed: seed)
    var desk = Desk()
    for _ in 0..<40 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: desk.press([.character(">"), .character("i")].randomElement(using: &random) ?? .up)
      case 1:
        desk.type("/" + String(Int.random(in: 0..<10, using: &random)))
        desk.press(.enter)
      case 2: desk.press(.escape)
      case 3 where !desk.works.isEmpty: desk.arrange()
      default:
        let numbers = (0..<3).map { _ in Int64.random(in: 0..<80, using: &random) }
        let tasks = numbers.dropFirst().map { number in
          MigrationTask.sample(number, number.isMultiple(of: 2) ? .running : .failed) {
            $0.speed = ByteRate(rawValue: .random(in: 0..<5, using: &random))
          }
        }
        let gone = MigrationTask.sample(numbers[0], .running).id
        desk.send(.tasksLoaded(TaskSnapshot(tasks: tasks, removed: [gone])))
      }
    }
    while !desk.works.isEmpty { desk.arrange() }
    let table = desk.state.list.table
    #expect(table.isArranged)
    #expect(table.rows == table.arranger.rows(), "seed \(seed)")
  }
}
