/// A filter expression that cannot be understood.
package struct FilterError: Error, Equatable, CustomStringConvertible {
  /// The character at fault, from 0.
  package var position: Int
  /// What is wrong and what is right.
  package var reason: String

  package var description: String { "filter, character \(position + 1): \(reason)" }

  /// `expression` with a mark below the character at fault, for a terminal.
  ///
  /// - Parameters:
  ///   - expression: The text that was read.
  ///   - width: How many columns a text takes up.
  /// - Returns: Two lines.
  package func marked(in expression: String, width: (String) -> Int) -> [String] {
    let before = width(String(expression.prefix(position)))
    return [expression, String(repeating: " ", count: before) + "^"]
  }
}
