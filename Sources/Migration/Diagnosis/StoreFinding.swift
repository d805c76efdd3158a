/// What a probe of a store found.
package enum StoreFinding: Equatable, Sendable {
  /// The place can be listed; how many objects and folders are in it.
  case listed(place: String, entries: Int)
  /// The place cannot be listed, and nothing else was tried.
  case unlisted(place: String, reason: String)
  /// So many of some lists that were asked for at once came; how long the last one took.
  case connections(answered: Int, of: Int, slowest: Duration)
  /// A small object was put, read back as it was, and deleted.
  case written(bytes: Int)
  /// No object may be put.
  case unwritable(reason: String)
  /// The object that was put could not be read back.
  case unreadable(reason: String)
  /// The object that was put came back as another.
  case altered
  /// The object that was put could not be deleted, and is still there.
  case left(name: String, reason: String)
  /// How far the store's clock is ahead of this machine's.
  case clock(ahead: Duration)

  /// How bad it is.
  package var status: Finding.Status {
    switch self {
    case .listed, .written: .ok
    case .connections(let answered, let count, _): answered < count ? .warning : .ok
    // A source need not be written to.
    case .unwritable, .left: .warning
    case .unlisted, .unreadable, .altered: .problem
    case .clock(let ahead): Finding.clock(ahead: ahead).status
    }
  }
}
