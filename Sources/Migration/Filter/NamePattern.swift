/// A regular expression that never takes longer than the length of the text times its own size.
///
/// The standard library's engine tries one way after the other, and a pattern such as `(a+)+b` has
/// more ways through forty letters than a day has seconds. A filter is typed by anybody and asked of
/// every task for every key, so this one follows all ways at once. What cannot be followed so, a
/// reference back to a group or a look around, is refused by name.
///
/// Letters match whatever their case. `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S \b \B`, `^`, `$`,
/// `(…)`, `(?:…)`, `|`, `*`, `+`, `?` and `{m,n}` mean what they usually mean.
package struct NamePattern: Equatable, Hashable, Sendable {
  /// The expression as it was written.
  package let text: String
  private let program: [Step]

  /// Reads an expression.
  ///
  /// - Throws: ``Fault`` that points at the character.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var reader = PatternReader(text)
    var program = try reader.read()
    program.append(.match)
    self.program = program
  }

  /// Why an expression cannot be read.
  package struct Fault: Error, Equatable {
    /// The character at fault, from 0.
    package var position: Int
    /// What is wrong.
    package var reason: PatternFault
  }

  /// Whether it is found anywhere in `text`.
  package func isFound(in text: String) -> Bool {
    let scalars = Array(text.lowercased().unicodeScalars)
    var ways = Ways(count: program.count)
    for place in 0...scalars.count {
      // A match may begin at every place.
      if follow(from: 0, at: place, in: scalars, &ways) { return true }
      guard place < scalars.count else { return false }
      let reached = ways.take()
      for step in reached {
        guard case .scalar(let set) = program[step], set.contains(scalars[place]) else { continue }
        if follow(from: step + 1, at: place + 1, in: scalars, &ways) { return true }
      }
    }
    return false
  }

  /// Goes on from `start` as far as no letter is needed.
  ///
  /// - Returns: Whether the end of the pattern was reached.
  private func follow(
    from start: Int, at place: Int, in scalars: [Unicode.Scalar], _ ways: inout Ways
  ) -> Bool {
    var open = [start]
    while let step = open.popLast() {
      guard ways.enter(step) else { continue }
      switch program[step] {
      case .match: return true
      case .scalar: continue
      case .split(let one, let other): open += [step + other, step + one]
      case .jump(let distance): open.append(step + distance)
      case .assert(let edge): if edge.holds(at: place, in: scalars) { open.append(step + 1) }
      }
    }
    return false
  }

  /// One step of a pattern; distances are counted from the step itself.
  enum Step: Equatable, Hashable, Sendable {
    case scalar(ScalarSet)
    case assert(Edge)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// A condition on a place between two letters.
  enum Edge: Equatable, Hashable, Sendable {
    case start, end, word, notWord

    func holds(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
      switch self {
      case .start: place == 0
      case .end: place == scalars.count
      case .word: isWordEdge(place, scalars)
      case .notWord: !isWordEdge(place, scalars)
      }
    }

    private func isWordEdge(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
      let before = place > 0 && ScalarSet.word.contains(scalars[place - 1])
      let after = place < scalars.count && ScalarSet.word.contains(scalars[place])
      return before != after
    }
  }
}

/// The steps that a search has come to, each once.
private struct Ways {
  private var steps: [Int] = []
  private var isEntered: [Bool]

  init(count: Int) { isEntered = [Bool](repeating: false, count: count) }

  mutating func enter(_ step: Int) -> Bool {
    guard !isEntered[step] else { return false }
    isEntered[step] = true
    steps.append(step)
    return true
  }

  mutating func take() -> [Int] {
    defer { steps.removeAll(keepingCapacity: true) }
    for step in steps { isEntered[step] = false }
    return steps
  }
}
