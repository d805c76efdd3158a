package import Canvas
package import Terminal

/// Where frames are shown, and what else can be asked of a terminal.
@MainActor
package protocol Display: AnyObject {
  /// The size in cells.
  var size: Size { get }

  /// Shows a frame; one that is shown already costs nothing.
  ///
  /// - Returns: Whether anything was sent.
  func present(_ frame: Frame) -> Bool

  /// Sends the whole screen anew.
  func repaint()

  /// Asks the terminal to answer once it has got all that was sent.
  ///
  /// - Returns: Whether it was asked: not one that would not understand, nor while an answer is
  ///   under way.
  func askForArrival() -> Bool

  /// Puts a text into the user's clipboard and says whether it was sent.
  func copy(_ text: String) -> Bool

  /// Gives the terminal back and stops the process as a job.
  func suspend()

  /// Takes the terminal again after the process was stopped.
  func resume()
}

extension Screen: Display {}
