extension Completion {
  /// A side of a task.
  package enum Side { case source, destination }

  /// What the word at the end of a filter can become.
  ///
  /// - Parameters:
  ///   - text: The filter as far as it was typed.
  ///   - head: What stands before the filter.
  ///   - places: The names that are known of the sources, or else of the destinations.
  package init(
    ofFilter text: String, behind head: String = "", places: (Side) -> [String]
  ) {
    // A quote may be open still.
    let tokens = ["·", "·\""].lazy.compactMap { try? FilterToken.tokens(in: text + $0) }.first
    guard let token = tokens?.last, !token.isQuoted, !token.dropFirst(1).isQuoted else {
      self.init([], behind: head + text)
      return
    }
    let word = token.text.dropLast()
    let sign = word.hasPrefix("!") ? "!" : ""
    let texts = Self.texts(from: word.dropFirst(sign.count), places).map { sign + $0 }
    let before = text.prefix(token.position(0))
    self.init(texts, behind: head + before, writtenBy: Self.written)
  }

  private static func texts(from word: Substring, _ places: (Side) -> [String]) -> [String] {
    guard let colon = word.firstIndex(of: ":") else {
      let keys =
        TaskFilter.Field.allCases.map { $0.rawValue + ":" }
        + TaskFilter.Quantity.allCases.map { $0.rawValue + TaskFilter.Comparison.above.rawValue }
      return keys.filter { $0.hasPrefix(word) }
    }
    let value = word[word.index(after: colon)...]
    let key = word[...colon]
    func beginning(_ names: [String]) -> [String] {
      // What begins with a combining mark would be one character with the colon.
      names.filter { !$0.isEmpty && $0.hasPrefix(value) }.map { key + $0 }
        .filter { $0.hasPrefix(key) }
    }
    switch TaskFilter.Field(rawValue: key.dropLast().lowercased()) {
    case .state:
      let last = value.lastIndex(of: ",").map { value.index(after: $0) } ?? value.startIndex
      return TaskFilter.stateWords.filter { $0.hasPrefix(value[last...]) }
        .map { key + value[..<last] + $0 }
    case .source: return beginning(places(.source))
    case .destination: return beginning(places(.destination))
    case .name, .id, .group, .none: return []
    }
  }

  /// `text` as it stands in a filter, in quotes where it could be taken for something else without.
  private static func written(_ text: String) -> String? {
    let end = text.firstIndex(of: ":").map { text.index(after: $0) } ?? text.endIndex
    let value = text[end...]
    let isPlain = value.allSatisfy { $0.isASCII && ("!"..."~").contains($0) && $0 != "\"" }
    let escaped = value.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    let written = String(text[..<end]) + (isPlain ? String(value) : "\"\(escaped)\"")
    // What joins with a quote to one character leaves it open.
    let tokens = try? FilterToken.tokens(in: written)
    return tokens?.map(\.text) == [text] ? written : nil
  }
}
