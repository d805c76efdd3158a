/// A rule that was broken under torture.
struct TortureBreach: Error, CustomStringConvertible {
  let description: String

  /// A broken rule, in words.
  init(_ description: String) {
    self.description = description
  }
}
