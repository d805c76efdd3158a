import Canvas
import FoundationEssentials
import Testing

@testable import Dashboard
@testable import Migration

struct FilterTests {
  private func shown(_ filter: String) -> [String] {
    var session = Session()
    session.type("/" + filter)
    return session.state.list.table.rows.compactMap { session.state.list.table.task($0)?.name }
  }

  @Test func `the table follows every letter`() {
    #expect(shown("PHOTO") == ["nightly-photos"])
    #expect(shown("").count == 9)
    #expect(shown("no such") == [])
  }

  @Test(arguments: ["state:failed", "state:fai", "state:F"])
  func `a state that is half typed shows what it may become`(filter: String) {
    #expect(shown(filter) == ["broken"])
  }

  @Test func `a word that makes no sense yet does not empty the table`() {
    #expect(shown("state:").count == 9)
    #expect(shown("photos progress>") == ["nightly-photos"])
  }

  @Test(arguments: [
    ("st", "state:"), ("state:fai", "state:failed "), ("destination:", "destination:archive "),
    ("source:photos-4", "source:photos-4 "), ("source:ph", "source:photos-"), ("zz", "zz"),
    ("photos !de", "photos !destination:"), ("source:PHOTOS", "source:PHOTOS"),
  ])
  func `Tab completes a word, and the table follows`(text: String, completed: String) {
    var session = Session()
    session.type("/" + text)
    session.press(.tab)
    #expect(session.state.list.table.filter.text == completed)
    guard case .filterEntry(let entry) = session.state.layer else { return #expect(Bool(false)) }
    #expect(entry.line.text == completed)
  }

  @Test func `where Tab finds several they are told, until the next key`() {
    var session = Session(size: .large)
    session.type("/s")
    session.press(.tab)
    #expect(session.screen.contains("/s  state: source: size>"))
    session.type("t")
    #expect(!session.screen.contains("state: source:"))
  }

  @Test func `a pattern works before it is closed`() {
    #expect(shown("/^night") == ["nightly-photos"])
  }

  @Test func `Esc brings the filter back that was there before`() {
    var session = Session()
    session.type("/photos")
    session.press(.enter)
    session.type("/x")
    session.press(.escape)
    #expect(session.state.list.table.filter.text == "photosx".dropLast())
  }

  @Test func `Esc brings the place back that there was before`() {
    var session = Session(tasks: (0..<100).map { .sample($0, .running, name: "task-\($0)") })
    for _ in 0..<40 { session.press(.down) }
    let before = session.state.list
    session.type("/task-9")
    #expect(session.state.list.cursor != before.cursor)
    session.press(.escape)
    #expect(session.state.list == before)
  }

  @Test func `a filter is edited in the middle, where the cursor shows it`() {
    var session = Session()
    session.type("/photo nigtly")
    session.press(.left, .left, .left)
    session.type("h")
    #expect(session.state.list.table.filter.text == "photo nightly")
    #expect(session.screen.contains("/photo nightly"))
    #expect(render(session.state).cursor?.column == "/photo nigh".count)
    session.press(.control("w"))
    #expect(session.state.list.table.filter.text == "photo tly")
  }

  @Test func `a filter longer than the window is shown around the cursor`() {
    var session = Session(size: Size(rows: 10, columns: 30))
    session.type("/" + String(repeating: "x", count: 40) + "end")
    #expect(session.screen.contains("xend"))
    session.press(.home)
    #expect(session.screen.contains("/xxx"))
    #expect(render(session.state).cursor?.column == 1)
  }

  @Test func `Enter keeps a filter open that makes no sense`() {
    var session = Session()
    session.type("/state:what")
    session.press(.enter)
    #expect(session.state.layer != nil)
    #expect(session.screen.contains("'what' is not a state"))
  }

  @Test func `a pasted text ends at its first line`() {
    var session = Session()
    session.type("/")
    session.press(.paste("broken\nD"))
    #expect(session.state.list.table.filter.text == "broken")
  }

  @Test func `keys of the table are letters while a filter is typed`() {
    var session = Session()
    #expect(session.type("/qsDz").isEmpty)
    #expect(session.state.list.table.filter.text == "qsDz")
  }

  @Test func `filters of before come back, and the table follows`() {
    var session = Session()
    for filter in ["photos", "broken"] {
      session.press(.character("/"), .control("u"))
      session.type(filter)
      session.press(.enter)
    }
    session.press(.character("/"), .up)
    #expect(session.state.list.table.filter.text == "photos")
    #expect(session.screen.contains("/photos"))
    session.press(.down)
    #expect(session.state.list.table.filter.text == "broken")
    session.press(.control("p"), .enter)
    #expect(session.state.list.table.filter.text == "photos")
    #expect(session.state.layers.isEmpty)
  }

  @Test func `a filter that was set by its command comes back, and one that was given up does not`()
  {
    var session = Session()
    session.type("/photos")
    session.press(.escape)
    session.type(":filter broken")
    session.press(.enter, .escape)
    session.press(.character("/"), .up)
    #expect(session.state.list.table.filter.text == "broken")
    session.press(.up)
    #expect(session.state.list.table.filter.text == "broken")
  }

  @Test func `age is counted from the time of the last answer`() {
    var configuration = DashboardConfiguration(profile: "prod")
    configuration.filter = "age>2h"
    #expect(Session(configuration).state.list.table.rows.count == 8)
    configuration.filter = "age>3h"
    #expect(Session(configuration).state.list.table.rows.isEmpty)
  }
}
