/// What a listing of a source has found of what a task would move.
public struct SourceTally: Equatable, Sendable {
  /// Objects that would be moved, as far as the source is listed.
  public var objects: Int64 = 0
  /// Their bytes.
  public var bytes: ByteCount = 0
  /// Objects that were named one by one and are not there; known at the end of the listing.
  public var missing: [String] = []

  /// Nothing yet.
  public init() {}

  /// Counts one more object.
  public mutating func add(_ size: Int64) {
    objects += 1
    bytes = ByteCount(rawValue: bytes.rawValue.addingReportingOverflow(max(0, size)).partialValue)
  }
}
