/// A filter expression that cannot be understood.
package struct FilterError: Error, Equatable {
  /// The character at fault, from 0.
  package var position: Int
  /// What is wrong there.
  package var fault: FilterFault

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

/// What is wrong with a filter expression; `Words` says what is right.
package enum FilterFault: Equatable, Sendable {
  /// A quote is not closed.
  case openQuote
  /// Nothing stands between two quotes.
  case emptyQuotes
  /// There is no word behind a `!`.
  case nothingNegated
  /// A pattern is not closed.
  case openPattern
  /// The pattern cannot be read.
  case pattern(PatternFault)
  /// A quantity is compared with something that is none.
  case wantsQuantity(TaskFilter.Quantity)
  /// A key that is not known, the sign behind it, the keys there are, and the whole word.
  case unknownKey(String, sign: Character, known: [String], word: String)
  /// Nothing stands behind this key.
  case noValue(key: String)
  /// The text is no state; the words there are.
  case notAState(String, known: [String])
  /// A group's id is empty.
  case noGroup
  /// The text is no task's id.
  case notAnID(String)
}

/// Why a pattern cannot be read.
package enum PatternFault: Equatable, Sendable {
  /// A `)` closes nothing.
  case strayClosing
  /// This sign is missing, which closes a group or a set.
  case noClosing(Unicode.Scalar)
  /// The pattern has too many steps.
  case tooLarge
  /// Groups lie too deep in groups.
  case tooDeep
  /// The pattern ends where something has to be.
  case nothingThere
  /// There is nothing that this sign could repeat.
  case nothingToRepeat(Unicode.Scalar)
  /// A group of a kind that is not known.
  case unknownGroup
  /// A count is not written as one.
  case count
  /// A backslash stands at the end.
  case nothingEscaped
  /// A backslash stands before this sign, which has no meaning.
  case unknownEscape(Unicode.Scalar)
  /// A range ends before it begins.
  case backwards
}
