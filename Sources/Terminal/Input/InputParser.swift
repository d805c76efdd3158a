import Canvas

/// Turns the bytes that a terminal sends into what they mean, in two stages: whole pieces first, and
/// then their meaning.
struct InputParser: Sendable {
  private var machine = ByteMachine()

  /// Whether time decides what the bytes so far mean: call ``timeIsUp()`` when nothing more comes
  /// for a moment.
  var isLoneEscape: Bool { machine.isLoneEscape }

  /// What ends with these bytes; how they are cut into pieces makes no difference.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Input] {
    bytes.flatMap { machine.take($0) }.compactMap(meaning)
  }

  /// What is certain because nothing more came.
  mutating func timeIsUp() -> [Input] { machine.timeIsUp().compactMap(meaning) }
}
