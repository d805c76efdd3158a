import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What lies over the table lies in layers: the one on top has the keys.
struct LayerTests {
  @Test(arguments: [Screen.sortMenu, .actionMenu, .sheetRunning, .sheetOver])
  func `help lies over what was there, and gives it back`(screen: Screen) {
    var session = Session(screen.configuration, tasks: nil)
    screen.open(&session)
    let before = session.state.layers
    session.type("?")
    #expect(session.state.layers.count == before.count + 1)
    #expect(session.screen.contains("next task"))
    session.type("?")
    #expect(session.state.layers == before)
  }

  @Test func `no layer lies over a question`() {
    var session = Session()
    session.select(.running)
    session.openPrompt(.character("s"))
    session.type("?")
    #expect(session.state.layers.isEmpty)
    #expect(session.acts.isEmpty)
  }

  @Test func `results that help lies over are not told twice`() {
    var session = Session(Screen.sheetRunning.configuration, tasks: nil)
    Screen.sheetRunning.open(&session)
    session.type("?")
    let targets = session.state.actions[0].targets
    for target in targets {
      session.send(
        .actionEnded(ActionResult(id: target.id, name: target.name, outcome: .done), request: 2))
    }
    #expect(session.state.notice == nil)
    session.press(.escape)
    #expect(session.screen.contains("3 of 9 done"))
  }
}
