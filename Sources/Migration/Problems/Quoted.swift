/// What somebody wrote, to be quoted back: without the passwords that addresses may have in them.
public struct Quoted: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The text as it may be shown.
  public let description: String

  /// Quotes `text`.
  public init(_ text: some StringProtocol) {
    description = String(text).replacing(#/:\/\/[^\s']*@/#, with: "://***@")
  }
}
