/// What the word at the end of a filter that is being typed can become.
package struct FilterCompletion: Equatable, Sendable {
  /// What stands before the word.
  package let head: String
  /// Words that it can become; one that ends in a sign wants something behind it.
  package let words: [String]

  /// What `text` can go on with.
  ///
  /// - Parameters:
  ///   - text: The filter as far as it was typed.
  ///   - places: The names that are known of the sources, or else of the destinations.
  package init(of text: String, places: (Side) -> [String]) {
    guard let tokens = try? FilterToken.tokens(in: text + "·"), var word = tokens.last?.text else {
      (head, words) = (text, [])
      return
    }
    word.removeLast()
    head = String(text.dropLast(word.count))
    guard head + word == text else {
      // Quotes are written by whoever begins with them.
      words = []
      return
    }
    let sign = word.hasPrefix("!") ? "!" : ""
    words = Self.words(from: word.dropFirst(sign.count), places).map { sign + $0 }
  }

  /// A side of a task.
  package enum Side { case source, destination }

  private static func words(from word: Substring, _ places: (Side) -> [String]) -> [String] {
    guard let colon = word.firstIndex(of: ":") else {
      let keys =
        TaskFilter.Field.allCases.map { $0.rawValue + ":" }
        + TaskFilter.Quantity.allCases.map { $0.rawValue + TaskFilter.Comparison.above.rawValue }
      return keys.filter { $0.hasPrefix(word) }
    }
    let value = word[word.index(after: colon)...]
    let key = word[...colon]
    switch TaskFilter.Field(rawValue: key.dropLast().lowercased()) {
    case .state:
      let last = value.lastIndex(of: ",").map { value.index(after: $0) } ?? value.startIndex
      return TaskFilter.stateWords.filter { $0.hasPrefix(value[last...]) }
        .map { key + value[..<last] + $0 }
    case .source: return written(places(.source), from: value, behind: key)
    case .destination: return written(places(.destination), from: value, behind: key)
    case .name, .id, .group, .none: return []
    }
  }

  private static func written(
    _ names: [String], from value: Substring, behind key: Substring
  ) -> [String] {
    names.filter { !$0.isEmpty && $0.hasPrefix(value) }.map { name in
      guard name.contains(where: { " \"".contains($0) }) else { return key + name }
      let text = name.reduce(into: "") { $0 += "\"\\".contains($1) ? "\\\($1)" : String($1) }
      return key + "\"" + text + "\""
    }
  }
}
