/// A part of what a folder of a bucket holds (v2).
public struct ObjectListing: Equatable, Sendable {
  /// The objects and folders, in the order of the provider.
  public var objects: [ListedObject]
  /// What to ask for next; `nil` when this is the end.
  public var nextMarker: String?

  /// A listing.
  public init(objects: [ListedObject], nextMarker: String? = nil) {
    self.objects = objects
    self.nextMarker = nextMarker
  }
}

/// An object or folder of a bucket.
public struct ListedObject: Equatable, Hashable, Sendable {
  /// Its key; that of a folder ends in `/`.
  public var key: String
  /// Its size; `nil` for a folder.
  public var size: ByteCount?

  /// An object, or a folder when it has no size.
  public init(key: String, size: ByteCount?) {
    self.key = key
    self.size = size
  }
}
