extension TaskFilter {
  /// Reads an expression; an empty one is passed by every task.
  ///
  /// - Throws: ``FilterError`` that points at the character.
  package init(_ text: String) throws(FilterError) {
    self.init(words: try FilterToken.tokens(in: text).map(Self.word))
  }

  private static func word(_ token: FilterToken) throws(FilterError) -> Word {
    guard token.text.hasPrefix("!"), !token.isQuoted else {
      return Word(isNegated: false, condition: try condition(token))
    }
    let rest = token.dropFirst(1)
    guard !rest.text.isEmpty else {
      throw FilterError(position: token.position(0), fault: .nothingNegated)
    }
    return Word(isNegated: true, condition: try condition(rest))
  }

  private static func condition(_ token: FilterToken) throws(FilterError) -> Condition {
    if token.isQuoted {
      // It is found in every name, and would mean every task.
      guard !token.text.isEmpty else {
        throw FilterError(position: token.position(0) - 1, fault: .emptyQuotes)
      }
      return .name(token.text)
    }
    if token.text.hasPrefix("/") { return try pattern(token) }
    let key = token.text.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let rest = token.text.dropFirst(key.count)
    if rest.first == ":", let field = Field(rawValue: key.lowercased()) {
      return try field.condition(token.dropFirst(key.count + 1))
    }
    if let quantity = Quantity(rawValue: key.lowercased()) {
      for comparison in Comparison.allCases where rest.hasPrefix(comparison.rawValue) {
        let number = token.dropFirst(key.count + comparison.rawValue.count)
        guard let value = quantity.number(number.text[...]) else {
          throw FilterError(position: number.position(0), fault: .wantsQuantity(quantity))
        }
        return .compare(quantity, comparison, value)
      }
    }
    // A key with a typing error must not turn into a name that no task, or every task, has.
    if !key.isEmpty, let sign = rest.first, ":<>=".contains(sign) {
      let keys = Field.allCases.map { "\($0.rawValue):" } + Quantity.allCases.map(\.rawValue)
      throw FilterError(
        position: token.position(0),
        fault: .unknownKey(String(key), sign: sign, known: keys, word: token.text))
    }
    return .name(token.text)
  }

  private static func pattern(_ token: FilterToken) throws(FilterError) -> Condition {
    guard token.text.count > 2, token.text.hasSuffix("/") else {
      throw FilterError(position: token.position(0), fault: .openPattern)
    }
    let text = String(token.text.dropFirst().dropLast())
    do {
      return .pattern(try NamePattern(text))
    } catch {
      throw FilterError(
        position: token.position(0) + 1 + error.position, fault: .pattern(error.reason))
    }
  }

  /// The words for states.
  static let stateWords = TaskState.known.map(\.word) + ["unknown"]

  /// What stands before a colon.
  enum Field: String, CaseIterable {
    case state, name, source, destination, id, group

    fileprivate func condition(_ value: FilterToken) throws(FilterError) -> Condition {
      guard !value.text.isEmpty else {
        throw FilterError(position: value.position(0), fault: .noValue(key: rawValue))
      }
      switch self {
      case .name: return .name(value.text)
      case .source: return .source(value.text)
      case .destination: return .destination(value.text)
      case .state: return .state(Set(try list(value, Self.state)))
      case .id: return .id(Set(try list(value, Self.id)))
      case .group: return .group(Set(try list(value, Self.group)))
      }
    }

    private func list<Element>(
      _ value: FilterToken, _ read: (Substring, Int) throws(FilterError) -> Element
    ) throws(FilterError) -> [Element] {
      var elements: [Element] = []
      var place = 0
      for part in value.text.split(separator: ",", omittingEmptySubsequences: false) {
        elements.append(try read(part, value.position(place)))
        place += part.count + 1
      }
      return elements
    }

    private static func state(_ text: Substring, _ position: Int) throws(FilterError) -> String {
      guard stateWords.contains(text.lowercased()) else {
        throw FilterError(position: position, fault: .notAState(String(text), known: stateWords))
      }
      return text.lowercased()
    }

    private static func group(
      _ text: Substring, _ position: Int
    ) throws(FilterError) -> TaskGroupID {
      guard !text.isEmpty else {
        throw FilterError(position: position, fault: .noGroup)
      }
      return TaskGroupID(rawValue: String(text))
    }

    private static func id(_ text: Substring, _ position: Int) throws(FilterError) -> TaskID {
      guard let id = TaskID(text) else {
        throw FilterError(position: position, fault: .notAnID(String(text)))
      }
      return id
    }
  }
}

extension TaskFilter.Quantity {
  fileprivate func number(_ text: Substring) -> Double? {
    switch self {
    case .progress, .failed: Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    case .size: UnitText.bytes(text)
    // Without a unit, 30 could be seconds or days, and tasks are deleted by their age.
    case .age: text.last?.isLetter == true ? UnitText.seconds(text) : nil
    }
  }
}
