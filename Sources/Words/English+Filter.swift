package import Migration

extension English {
  package func words(_ error: FilterError) -> String {
    "filter, character \(error.position + 1): \(words(error.fault))"
  }

  package func words(_ fault: FilterFault) -> String {
    switch fault {
    case .openQuote: "this quote is not closed"
    case .emptyQuotes: "there is nothing between these quotes"
    case .nothingNegated: "'!' needs a word right behind it"
    case .openPattern: "a regular expression ends with '/' as well"
    case .pattern(let fault): words(fault)
    case .wantsQuantity(.progress): "a number from 0 to 100 is wanted, such as progress>50"
    case .wantsQuantity(.failed): "a number is wanted, such as failed>0"
    case .wantsQuantity(.size): "a size is wanted, such as size>1GiB"
    case .wantsQuantity(.age): "a time is wanted, such as age>30d; units are s, m, h, d"
    case .unknownKey(let key, let sign, let known, let word):
      "'\(key)' is not a filter key; keys are \(list(known)). "
        + "For a name with '\(sign)' in it write name:\(word)"
    case .noValue(let key): "'\(key):' needs a value"
    case .notAState(let text, let known): "'\(text)' is not a state; states are \(list(known))"
    case .noGroup: "a group's id is missing"
    case .notAnID(let text): "'\(text)' is not a task id"
    }
  }

  private func words(_ fault: PatternFault) -> String {
    switch fault {
    case .strayClosing: "this ')' opens nowhere"
    case .noClosing(let sign): "a '\(sign)' is missing"
    case .tooLarge: "this pattern is too large"
    case .tooDeep: "this pattern is too deep"
    case .nothingThere: "something is missing here"
    case .nothingToRepeat(let sign): "there is nothing to repeat before this '\(sign)'"
    case .unknownGroup: "only groups such as (…) and (?:…) are known"
    case .count: "write {2}, {2,} or {2,5}, or \\{ for the sign itself"
    case .nothingEscaped: "a sign is missing behind '\\'"
    case .unknownEscape(let sign): "'\\\(sign)' is not known here"
    case .backwards: "this range runs backwards"
    }
  }
}
