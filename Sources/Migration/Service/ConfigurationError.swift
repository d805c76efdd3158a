/// Something that the user configured cannot be used; the message is one line that says what to do.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The line for the user.
  public var description: String

  /// An error with the line that the user reads; passwords in addresses are left out of it.
  public init(_ description: String) {
    self.description = description.replacing(#/:\/\/[^\s']*@/#, with: "://***@")
  }
}
