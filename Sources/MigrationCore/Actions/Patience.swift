/// How patient whoever carries out an action is with a target that takes its time.
package struct Patience: Equatable, Sendable {
  /// How long a target may take to stop, or to go.
  package var untilSettled: Duration
  /// The first pause between two looks; pauses grow up to 3 s.
  package var firstPause: Duration
  /// How often a delete is sent that is refused because the target has only just stopped.
  package var deleteAttempts: Int

  /// Ten minutes for a stop, as a large object may have to be finished first.
  package static let standard = Patience(
    untilSettled: .seconds(600), firstPause: .milliseconds(150), deleteAttempts: 10)

  /// A patience of one's own.
  package init(untilSettled: Duration, firstPause: Duration, deleteAttempts: Int) {
    self.untilSettled = untilSettled
    self.firstPause = firstPause
    self.deleteAttempts = deleteAttempts
  }

  /// The looks at a target until it is where it should be.
  var polling: Polling { Polling(limit: untilSettled, firstPause: firstPause) }
}
