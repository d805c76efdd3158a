/// What a task of a torture moves.
enum TortureLoad: CaseIterable {
  /// Three files.
  case few
  /// Sixty files in folders.
  case many
  /// Two files that take their time.
  case large
  /// Files with names that are hard to get right.
  case odd
  /// Files, and a link that nobody follows.
  case linked
  /// Files, one of which finds its place taken at first.
  case obstructed
  /// A directory that comes late.
  case late
  /// Sixty objects of a store.
  case fromStore
  /// Sixty files that go to a store.
  case toStore

  /// Whether a task of it can succeed: not where something has to be left out.
  var canSucceed: Bool { self != .linked }

  /// How many entries have to be left out.
  var leftOut: Int { self == .linked ? 1 : 0 }
}
