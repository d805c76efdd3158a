/// What a service found out about the domain that a source is to be read through (v2).
package struct SourceDomainCheck: Equatable, Sendable {
  /// Whether the domain belongs to the provider of the bucket.
  package var isSameProvider: Bool
  /// Whether objects can be read through it.
  package var isReadable: Bool
  /// The objects that were tried.
  package var objects: [CheckedObject]

  /// An object that was tried.
  package struct CheckedObject: Equatable, Sendable {
    /// Its key.
    package var key: String
    /// Whether the domain has it.
    package var exists: Bool
    /// Whether the domain has the same content as the bucket.
    package var isSame: Bool

    /// An object that was tried.
    package init(key: String, exists: Bool, isSame: Bool) {
      self.key = key
      self.exists = exists
      self.isSame = isSame
    }
  }

  /// The outcome of a check.
  package init(isSameProvider: Bool, isReadable: Bool, objects: [CheckedObject]) {
    self.isSameProvider = isSameProvider
    self.isReadable = isReadable
    self.objects = objects
  }
}
