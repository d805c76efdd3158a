/// What a service found out about the domain that a source is to be read through (v2).
public struct SourceDomainCheck: Equatable, Sendable {
  /// Whether the domain belongs to the provider of the bucket.
  public var isSameProvider: Bool
  /// Whether objects can be read through it.
  public var isReadable: Bool
  /// The objects that were tried.
  public var objects: [CheckedObject]

  /// An object that was tried.
  public struct CheckedObject: Equatable, Sendable {
    /// Its key.
    public var key: String
    /// Whether the domain has it.
    public var exists: Bool
    /// Whether the domain has the same content as the bucket.
    public var isSame: Bool

    /// An object that was tried.
    public init(key: String, exists: Bool, isSame: Bool) {
      self.key = key
      self.exists = exists
      self.isSame = isSame
    }
  }

  /// The outcome of a check.
  public init(isSameProvider: Bool, isReadable: Bool, objects: [CheckedObject]) {
    self.isSameProvider = isSameProvider
    self.isReadable = isReadable
    self.objects = objects
  }
}
