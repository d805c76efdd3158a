/// A piece of a filter expression: what stands between two blanks, in quotes or in slashes.
struct FilterToken: Equatable {
  /// The piece without its quotes.
  private(set) var text: String
  /// Whether it begins with a quote, so that it is a text whatever it looks like.
  private(set) var isQuoted = false
  /// Where each character stands in the expression, and where the piece ends.
  private var places: [Int]

  /// Where a character stands in the expression, from 0.
  func position(_ index: Int) -> Int { places[min(index, places.count - 1)] }

  /// The piece without its first characters.
  ///
  /// A quote behind a `!` quotes the whole piece.
  func dropFirst(_ count: Int) -> FilterToken {
    var rest = self
    rest.text = String(text.dropFirst(count))
    rest.places = Array(places.dropFirst(min(count, places.count - 1)))
    rest.isQuoted = quotes.contains(count)
    rest.quotes = Set(quotes.map { $0 - count })
    return rest
  }

  /// The places of the text at which a quote opened.
  private var quotes: Set<Int> = []

  private init(at position: Int) {
    text = ""
    places = [position]
  }

  /// The pieces of `expression`, in order.
  ///
  /// - Throws: ``FilterError`` when a quote is not closed.
  static func tokens(in expression: String) throws(FilterError) -> [FilterToken] {
    let characters = Array(expression)
    var tokens: [FilterToken] = []
    var position = 0
    while position < characters.count {
      if characters[position] == " " {
        position += 1
      } else {
        var token = FilterToken(at: position)
        position = try token.read(characters, from: position)
        tokens.append(token)
      }
    }
    return tokens
  }

  /// Reads one piece and says where it ends.
  private mutating func read(
    _ characters: [Character], from start: Int
  ) throws(FilterError) -> Int {
    var position = start
    var opening: Int?
    while position < characters.count {
      let character = characters[position]
      if opening == nil, character == " ", !isOpenPattern { break }
      if character == "\"", !isPattern {
        if opening == nil {
          opening = position
          quotes.insert(text.count)
        } else {
          opening = nil
        }
      } else {
        // Inside quotes a backslash takes the next character as it is; a pattern has its own.
        if opening != nil, character == "\\", position + 1 < characters.count { position += 1 }
        append(characters[position], at: position)
      }
      position += 1
    }
    if let opening {
      throw FilterError(position: opening, fault: .openQuote)
    }
    places[places.count - 1] = position
    isQuoted = quotes.contains(0)
    return position
  }

  private mutating func append(_ character: Character, at position: Int) {
    places[places.count - 1] = position
    places.append(position + 1)
    text.append(character)
  }

  private var isPattern: Bool {
    quotes.isEmpty && (text.hasPrefix("/") || text.hasPrefix("!/"))
  }

  /// Whether a pattern has begun and not ended, so that a blank belongs to it.
  private var isOpenPattern: Bool {
    guard isPattern else { return false }
    let body = text.drop { $0 == "!" }.dropFirst()
    return !body.hasSuffix("/") || body.hasSuffix("\\/")
  }
}
