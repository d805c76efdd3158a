/// Reads a regular expression into the steps of a ``NamePattern``.
struct PatternReader {
  private let characters: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// The most steps of a pattern, by which the time of a search is bounded.
  private static let mostSteps = 2000
  /// The deepest groups within groups.
  private static let deepest = 50

  typealias Steps = [NamePattern.Step]

  init(_ text: String) { characters = Array(text.unicodeScalars) }

  /// Reads the whole expression.
  mutating func read() throws(NamePattern.Fault) -> Steps {
    let steps = try choice()
    guard position == characters.count else { throw fault(.strayClosing) }
    return steps
  }

  private mutating func choice() throws(NamePattern.Fault) -> Steps {
    var steps = try sequence()
    while next == "|" {
      position += 1
      let other = try sequence()
      steps = [.split(1, steps.count + 2)] + steps + [.jump(other.count + 1)] + other
    }
    return steps
  }

  private mutating func sequence() throws(NamePattern.Fault) -> Steps {
    var steps: Steps = []
    while let scalar = next, scalar != "|", scalar != ")" {
      steps += try repeated(try atom())
      guard steps.count <= Self.mostSteps else { throw fault(.tooLarge) }
    }
    return steps
  }

  private mutating func atom() throws(NamePattern.Fault) -> Steps {
    guard let scalar = next else { throw fault(.nothingThere) }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return [.scalar(try set())]
    case ".": return [.scalar(.any)]
    case "^": return [.assert(.start)]
    case "$": return [.assert(.end)]
    case "*", "+", "?":
      position -= 1
      throw fault(.nothingToRepeat(scalar))
    case "\\": return [try escape()]
    default: return [.scalar(ScalarSet(scalar))]
    }
  }

  private mutating func group() throws(NamePattern.Fault) -> Steps {
    if next == "?" {
      guard position + 1 < characters.count, characters[position + 1] == ":" else {
        throw fault(.unknownGroup)
      }
      position += 2
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault(.tooDeep) }
    let steps = try choice()
    guard next == ")" else { throw fault(.noClosing(")")) }
    position += 1
    return steps
  }

  private mutating func repeated(_ steps: Steps) throws(NamePattern.Fault) -> Steps {
    guard let (least, most) = try times() else { return steps }
    // Whether as much or as little as possible is taken makes no difference to being found.
    if next == "?" { position += 1 }
    let copies = max(least, most ?? least + 1)
    guard copies * (steps.count + 2) <= Self.mostSteps else {
      throw fault(.tooLarge)
    }
    var all = Array(repeatElement(steps, count: least).joined())
    guard let most else {
      return all + [.split(1, steps.count + 2)] + steps + [.jump(-steps.count - 1)]
    }
    for _ in least..<most { all += [.split(1, steps.count + 1)] + steps }
    return all
  }

  /// How often the atom before is wanted; `nil` when nothing is said.
  private mutating func times() throws(NamePattern.Fault) -> (least: Int, most: Int?)? {
    switch next {
    case "*":
      position += 1
      return (0, nil)
    case "+":
      position += 1
      return (1, nil)
    case "?":
      position += 1
      return (0, 1)
    case "{": return try counted()
    default: return nil
    }
  }

  private mutating func counted() throws(NamePattern.Fault) -> (least: Int, most: Int?) {
    let start = position
    position += 1
    let least = number()
    var most = least
    if next == "," {
      position += 1
      most = number()
    }
    guard next == "}", let least, most.map({ $0 >= least }) ?? true else {
      position = start
      throw fault(.count)
    }
    position += 1
    return (least, most)
  }

  private mutating func number() -> Int? {
    let digits = characters[position...].prefix { ("0"..."9").contains($0) }
    position += digits.count
    return Int(String(String.UnicodeScalarView(digits)))
  }

  private mutating func escape() throws(NamePattern.Fault) -> NamePattern.Step {
    guard let scalar = next else { throw fault(.nothingEscaped) }
    position += 1
    switch scalar {
    case "b": return .assert(.word)
    case "B": return .assert(.notWord)
    default: return .scalar(try escaped(scalar))
    }
  }

  private mutating func escaped(_ scalar: Unicode.Scalar) throws(NamePattern.Fault) -> ScalarSet {
    switch scalar {
    case "d": return .digit
    case "D": return ScalarSet.digit.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .blank
    case "S": return ScalarSet.blank.inverted
    case "t": return ScalarSet("\t")
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
        position -= 1
        throw fault(.unknownEscape(scalar))
      }
      return ScalarSet(scalar)
    }
  }

  private mutating func set() throws(NamePattern.Fault) -> ScalarSet {
    let isInverted = next == "^"
    if isInverted { position += 1 }
    var parts: [ScalarSet] = []
    while let scalar = next, scalar != "]" || parts.isEmpty {
      position += 1
      if scalar == "\\" {
        guard let sign = next else { break }
        position += 1
        parts.append(try escaped(sign))
      } else if next == "-", position + 1 < characters.count, characters[position + 1] != "]" {
        let last = characters[position + 1]
        guard scalar <= last else { throw fault(.backwards) }
        position += 2
        parts.append(ScalarSet(scalar, to: last))
      } else {
        parts.append(ScalarSet(scalar))
      }
    }
    guard next == "]" else { throw fault(.noClosing("]")) }
    position += 1
    let set = ScalarSet(anyOf: parts)
    return isInverted ? set.inverted : set
  }

  private var next: Unicode.Scalar? {
    position < characters.count ? characters[position] : nil
  }

  private func fault(_ reason: PatternFault) -> NamePattern.Fault {
    NamePattern.Fault(position: position, reason: reason)
  }
}
