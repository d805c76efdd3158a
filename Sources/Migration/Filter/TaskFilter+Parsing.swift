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

extension TaskFilter {
  /// Reads an expression; an empty one is passed by every task.
  ///
  /// - Throws: ``FilterError`` that points at the character.
  package init(_ text: String) throws(FilterError) {
    var words: [Word] = []
    var position = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty { words.append(try Self.word(piece, at: position)) }
      position += piece.count + 1
    }
    self.init(words: words)
  }

  private static func word(_ text: Substring, at position: Int) throws(FilterError) -> Word {
    guard text.hasPrefix("!") else {
      return Word(isNegated: false, condition: try condition(text, at: position))
    }
    let rest = text.dropFirst()
    guard !rest.isEmpty else {
      throw FilterError(position: position, reason: "'!' needs a word right behind it")
    }
    return Word(isNegated: true, condition: try condition(rest, at: position + 1))
  }

  private static func condition(
    _ text: Substring, at position: Int
  ) throws(FilterError) -> Condition {
    if text.hasPrefix("/") { return try pattern(text, at: position) }
    let key = text.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let rest = text.dropFirst(key.count)
    if rest.first == ":", let field = Field(rawValue: key.lowercased()) {
      return try field.condition(rest.dropFirst(), at: position + key.count + 1)
    }
    if let quantity = Quantity(rawValue: key.lowercased()) {
      for comparison in Comparison.allCases where rest.hasPrefix(comparison.rawValue) {
        let number = rest.dropFirst(comparison.rawValue.count)
        let place = position + text.count - number.count
        guard let value = quantity.number(number) else {
          throw FilterError(position: place, reason: quantity.advice)
        }
        return .compare(quantity, comparison, value)
      }
    }
    // A key with a typing error must not turn into a name that no task, or every task, has.
    if !key.isEmpty, let sign = rest.first, ":<>=".contains(sign) {
      let keys = Field.allCases.map { "\($0.rawValue):" } + Quantity.allCases.map(\.rawValue)
      throw FilterError(
        position: position,
        reason: "'\(key)' is not a filter key; keys are \(keys.joined(separator: ", ")). "
          + "For a name with '\(sign)' in it write name:\(text)")
    }
    return .name(String(text))
  }

  private static func pattern(_ text: Substring, at position: Int) throws(FilterError) -> Condition
  {
    guard text.count > 2, text.hasSuffix("/") else {
      throw FilterError(position: position, reason: "a regular expression ends with '/' as well")
    }
    let pattern = String(text.dropFirst().dropLast())
    do {
      _ = try Regex(pattern)
    } catch {
      throw FilterError(position: position + 1, reason: "this regular expression is not valid")
    }
    return .pattern(pattern)
  }

  private enum Field: String, CaseIterable {
    case state, name, source, destination, id, group

    func condition(_ value: Substring, at position: Int) throws(FilterError) -> Condition {
      guard !value.isEmpty else {
        throw FilterError(position: position, reason: "'\(rawValue):' needs a value")
      }
      switch self {
      case .name: return .name(String(value))
      case .source: return .source(String(value))
      case .destination: return .destination(String(value))
      case .state: return .state(Set(try list(value, at: position, Self.state)))
      case .id: return .id(Set(try list(value, at: position, Self.id)))
      case .group: return .group(Set(try list(value, at: position, Self.group)))
      }
    }

    private func list<Element>(
      _ value: Substring, at position: Int,
      _ read: (Substring, Int) throws(FilterError) -> Element
    ) throws(FilterError) -> [Element] {
      var elements: [Element] = []
      var place = position
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        elements.append(try read(part, place))
        place += part.count + 1
      }
      return elements
    }

    private static func state(_ text: Substring, _ position: Int) throws(FilterError) -> String {
      let words = TaskState.known.map(\.word) + ["unknown"]
      guard words.contains(text.lowercased()) else {
        throw FilterError(
          position: position,
          reason: "'\(text)' is not a state; states are \(words.joined(separator: ", "))")
      }
      return text.lowercased()
    }

    private static func group(
      _ text: Substring, _ position: Int
    ) throws(FilterError) -> TaskGroupID {
      guard !text.isEmpty else {
        throw FilterError(position: position, reason: "a group's id is missing")
      }
      return TaskGroupID(rawValue: String(text))
    }

    private static func id(_ text: Substring, _ position: Int) throws(FilterError) -> TaskID {
      guard let id = TaskID(text) else {
        throw FilterError(position: position, reason: "'\(text)' is not a task id")
      }
      return id
    }
  }
}

extension TaskFilter.Quantity {
  fileprivate var advice: String {
    switch self {
    case .progress: "a number from 0 to 100 is wanted, such as progress>50"
    case .failed: "a number is wanted, such as failed>0"
    case .size: "a size is wanted, such as size>1GiB"
    case .age: "a time is wanted, such as age>30d; units are s, m, h, d"
    }
  }

  fileprivate func number(_ text: Substring) -> Double? {
    switch self {
    case .progress, .failed: Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    case .size: UnitText.bytes(text)
    // Without a unit, 30 could be seconds or days, and tasks are deleted by their age.
    case .age: text.last?.isLetter == true ? UnitText.seconds(text) : nil
    }
  }
}
