package import Canvas
package import Dashboard

/// Where the state of the dashboard is shown, and what else can be asked of a terminal.
@MainActor
package protocol Display: AnyObject {
  /// The size in cells.
  var size: Size { get }

  /// Hears of each event before the state moves on by it.
  func note(_ event: Event, before state: State)

  /// The keys that a line stands for which was typed as a whole, or the end of the input, which is `nil`.
  func keys(of line: String?, in state: State) -> [Key]

  /// Shows a state; one that is shown already costs nothing.
  ///
  /// - Returns: Whether anything was sent.
  func present(_ state: State) -> Bool

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
