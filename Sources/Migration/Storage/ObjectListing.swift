/// A part of what a folder of a bucket holds (v2).
package struct ObjectListing: Equatable, Sendable {
  /// The objects and folders, in the order of the provider.
  package var objects: [ListedObject]
  /// What to ask for next; `nil` when this is the end.
  package var nextMarker: String?

  /// A listing.
  package init(objects: [ListedObject], nextMarker: String? = nil) {
    self.objects = objects
    self.nextMarker = nextMarker
  }
}

/// An object or folder of a bucket.
package struct ListedObject: Equatable, Hashable, Sendable {
  /// Its key; that of a folder ends in `/`.
  package var key: String
  /// Its size; `nil` for a folder.
  package var size: ByteCount?

  /// An object, or a folder when it has no size.
  package init(key: String, size: ByteCount?) {
    self.key = key
    self.size = size
  }
}
