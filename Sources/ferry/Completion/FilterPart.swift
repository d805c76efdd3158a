import Migration

/// The part of a half-typed filter that a Tab goes on with.
struct FilterPart: Equatable {
  /// What can stand there.
  enum Kind: Equatable {
    /// The beginning of a word.
    case word
    /// A state, but none of those that are named already.
    case state(named: [String])
    /// A value of a task: one of those of `name:`.
    case value(of: String)
  }

  /// What stands before it, and stays.
  var head: String
  /// What can stand there.
  var kind: Kind

  /// The last part of what was typed.
  ///
  /// Some shells leave in it what is none of it: the option, the quote that the user has begun the
  /// filter with, and backslashes before blanks.
  init(_ typed: String) {
    let value = typed.prefixMatch(of: #/--[a-z-]+=/#).map { typed[$0.range.upperBound...] }
    let text = (value ?? typed[...]).drop { $0 == "'" || $0 == "\"" }
      .filter { $0 != "\\" }
    var rest = text[(text.lastIndex(of: " ").map(text.index(after:)) ?? text.startIndex)...]
    head = String(text[..<rest.startIndex])
    if rest.first == "!" {
      head.append("!")
      rest.removeFirst()
    }
    guard let colon = rest.firstIndex(of: ":") else {
      kind = .word
      return
    }
    let name = String(rest[..<colon])
    let values = rest[rest.index(after: colon)...]
    let earlier = values[
      ..<(values.lastIndex(of: ",").map(values.index(after:)) ?? values.startIndex)]
    head += rest[...colon] + earlier
    kind =
      name == "state"
      ? .state(named: earlier.split(separator: ",").map(String.init)) : .value(of: name)
  }

  /// Whether shells can be trusted with what stands before: they may expand what they are given.
  var isPlain: Bool {
    head.utf8.allSatisfy { LiveCompletion.isPlain($0) || " :,!<>=/".utf8.contains($0) }
  }
}

/// What a filter can go on with.
struct FilterCompletion {
  let live: LiveCompletion

  /// All that could come, with what stands before it.
  ///
  /// - Parameters:
  ///   - word: The word that the cursor is in.
  ///   - typed: The part of it before the cursor. Within quotes zsh does not know how much that is.
  /// - Returns: The words.
  func candidates(for word: String, typed: String) async -> [String] {
    let isQuoted = word.contains { $0 == "'" || $0 == "\"" }
    let part = FilterPart(isQuoted ? word : typed)
    guard part.isPlain else { return [] }
    let ends: [String]
    switch part.kind {
    case .word: ends = Self.states.map { "state:\($0)" } + Self.words
    case .state(let named): ends = Self.states.filter { !named.contains($0) }
    case .value(let name): ends = await live.values(of: name)
    }
    return ends.map { part.head + $0 }
  }

  private static let states = TaskState.known.map(\.word) + ["unknown"]
  private static let words = [
    "name:", "source:", "destination:", "id:", "group:", "progress>", "failed>0", "size>1GiB",
    "age>30d",
  ]
}
