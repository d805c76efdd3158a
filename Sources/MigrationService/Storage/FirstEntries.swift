import HeapModule
import Migration

/// Keeps the first of many entries in the order of their names: never more than are wanted, however many
/// come.
struct FirstEntries {
  private struct Entry: Comparable {
    let object: Migration.ListedObject

    static func < (one: Entry, other: Entry) -> Bool {
      one.object.key.utf8.lexicographicallyPrecedes(other.object.key.utf8)
    }
  }

  private let look: FolderLook
  private var kept = Heap<Entry>()
  private var isCut = false

  /// None yet of those that `look` wants.
  init(_ look: FolderLook) {
    self.look = look
  }

  /// Takes one more.
  mutating func take(_ object: Migration.ListedObject) {
    let key = object.key.utf8
    guard key.starts(with: look.beginning.utf8),
      look.after.isEmpty || look.after.utf8.lexicographicallyPrecedes(key)
    else { return }
    kept.insert(Entry(object: object))
    guard kept.count > look.limit else { return }
    isCut = true
    kept.removeMax()
  }

  /// The entries that came first, and where to go on when that are not all.
  var listing: ObjectListing {
    let objects = kept.unordered.sorted().map(\.object)
    return ObjectListing(objects: objects, nextMarker: isCut ? objects.last?.key : nil)
  }
}
