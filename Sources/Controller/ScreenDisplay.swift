import Canvas
import Dashboard
import Terminal

/// Shows the state as frames on a full screen.
@MainActor
final class ScreenDisplay: Display {
  private let screen: Screen
  private var renderer = Renderer()

  init(_ screen: Screen) {
    self.screen = screen
  }

  var size: Size { screen.size }

  /// Nothing: a frame is made from the state alone.
  func note(_ event: Event, before state: State) {}

  /// None: a screen tells of keys only.
  func keys(of line: String?, in state: State) -> [Key] { [] }

  func present(_ state: State) -> Bool { screen.present(renderer.frame(of: state)) }

  func repaint() { screen.repaint() }

  func askForArrival() -> Bool { screen.askForArrival() }

  func copy(_ text: String) -> Bool { screen.copy(text) }

  func suspend() { screen.suspend() }

  func resume() { screen.resume() }
}
