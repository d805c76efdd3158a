extension Duration {
  /// The length of time for a sentence, in the unit that suits it: `250 ms`, `20 s`, `17 min`, `3 h`.
  package var inWords: String {
    let seconds = components.seconds
    switch seconds.magnitude {
    case 0: return "\(components.attoseconds / 1_000_000_000_000_000) ms"
    case ..<120: return "\(seconds) s"
    case ..<7200: return "\(seconds / 60) min"
    default: return "\(seconds / 3600) h"
    }
  }
}
