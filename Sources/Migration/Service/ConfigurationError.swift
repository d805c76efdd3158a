/// Something that the user configured cannot be used; the message is one line that says what to do.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The line for the user.
  package var description: String

  /// An error with the line that the user reads; passwords in addresses are left out of it.
  package init(_ description: String) {
    self.description = description.replacing(#/:\/\/[^\s']*@/#, with: "://***@")
  }
}
