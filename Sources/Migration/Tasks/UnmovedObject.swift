/// An object of the source that was not moved, and why.
public struct UnmovedObject: Equatable, Sendable {
  /// The name at the source.
  public var name: String
  /// Why, as a sentence.
  public var reason: String

  /// An object that was not moved.
  public init(_ name: String, _ reason: String) {
    self.name = name
    self.reason = reason
  }
}
