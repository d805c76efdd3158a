/// What the word at the end of a line that is being typed can become.
package struct Completion: Equatable, Sendable {
  /// What stands before the word.
  package let head: String
  /// Words that it can become; one that ends in a sign wants something behind it.
  package let words: [String]
  /// What the word is as far as all of them agree; `nil` where there is none.
  package let common: String?

  /// What the word becomes.
  ///
  /// - Parameters:
  ///   - texts: What it can become.
  ///   - head: What stands before it.
  ///   - write: How a text, or a part of it, stands in the line; `nil` for one that cannot.
  package init(
    _ texts: [String], behind head: String, writtenBy write: (String) -> String? = { $0 }
  ) {
    self.head = head
    words = texts.compactMap(write)
    let possible = texts.filter { write($0) != nil }
    common = possible.first.flatMap { first in
      write(possible.dropFirst().reduce(first) { $0.commonPrefix(with: $1) })
    }
  }
}

extension String {
  /// The characters that both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
