import FoundationEssentials
import Migration

/// A task group as the store knows it: what it was made for; where it stands is told by its tasks.
struct StoredGroup: Equatable, Sendable {
  /// The id.
  let id: TaskGroupID
  /// The project that the group belongs to.
  let project: String
  /// When it was made.
  let createdAt: Date
  /// What all of its tasks together are to do; nothing in it but the speed windows changes afterwards.
  var definition: TaskDefinition

  /// What each of its tasks is to do: one task for each prefix, one for a whole bucket.
  ///
  /// What begins with another one of the prefixes is a part of that, so that no two tasks move the same
  /// object.
  var parts: [TaskDefinition] {
    guard !definition.source.keys.isEmpty else { return [definition] }
    var least: [String] = []
    for key in definition.source.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !(least.last.map { key.utf8.starts(with: $0.utf8) } ?? false) {
      least.append(key)
    }
    return least.map { key in
      var part = definition
      part.source.keys = [key]
      return part
    }
  }
}

/// Something that becomes of a group, as it is written down.
enum GroupChange: Equatable, Sendable {
  /// It is there.
  case add(StoredGroup)
  /// Its limits are others.
  case redefine(StoredGroup)
  /// It is gone.
  case remove(StoredGroup)
}
