/// One thing that a caller does.
///
/// All of it is drawn, so that a seed gives the same again, whatever comes of it.
struct TortureStep {
  /// What is done.
  enum Kind {
    case create(TortureLoad, limit: Int64?)
    case start(failedOnly: Bool)
    case stop, delete, show, list
    case limit(Int64?)
  }

  let kind: Kind
  /// Which of the caller's tasks is meant, counted back from its newest.
  let back: Int
  /// How long the caller waits before.
  let pause: Duration

  /// Draws a step of a caller that has asked for `tasks` tasks so far.
  init(tasks: Int, _ random: inout some RandomNumberGenerator) {
    pause = .milliseconds(Int.random(in: 0...120, using: &random))
    // Mostly one of the last few: what is long over has no more to tell.
    let reach = Int.random(in: 0..<8, using: &random) == 0 ? tasks : min(tasks, 5)
    back = reach == 0 ? 0 : Int.random(in: 0..<reach, using: &random)
    let limit: Int64? =
      Bool.random(using: &random) ? nil : Int64.random(in: 5_242_880...30_000_000, using: &random)
    let load = TortureLoad.allCases.randomElement(using: &random) ?? .few
    let failedOnly = Int.random(in: 0..<3, using: &random) == 0
    let weight = Int.random(in: 0..<100, using: &random)
    guard tasks > 0 else {
      kind = .create(load, limit: limit)
      return
    }
    kind =
      switch weight {
      case 0..<14: .create(load, limit: limit)
      case 14..<34: .start(failedOnly: failedOnly)
      case 34..<56: .stop
      case 56..<64: .delete
      case 64..<78: .limit(limit)
      case 78..<94: .show
      default: .list
      }
  }
}
