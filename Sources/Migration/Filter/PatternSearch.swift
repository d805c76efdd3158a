/// Looks for a pattern in many texts.
///
/// All ways through the pattern are followed at once. The steps that they have come to at one letter
/// are a state, and where a state and a letter lead is worked out when it is first needed and kept: of
/// the names of a long list nearly every letter is then a look into a table. What is kept is bounded,
/// so that no pattern takes longer than the length of the text times its own size, or much memory.
///
/// One is used by one caller at a time.
final class PatternSearch {
  /// What the ways have come to between two letters.
  private struct State: Hashable {
    /// The steps at which they go on, in rising order.
    var steps: [Int]
    var isStart: Bool
    /// Whether the letter before is one of a word; told only where the pattern asks for it.
    var followsWord: Bool
  }

  /// Where a state and a letter lead, beside the number of a state.
  private enum Way {
    static let unknown = -1
    static let found = -2
    static let missed = -3
  }

  /// The most states that are kept.
  private static let mostStates = 256

  private let program: [NamePattern.Step]
  private let classes: ScalarClasses
  private let asksForWords: Bool
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  /// Of each state where every class of letters leads, and last the end of the text.
  private var ways: [Int] = []

  init(_ pattern: NamePattern) {
    program = pattern.program
    asksForWords = program.contains { [.assert(.word), .assert(.notWord)].contains($0) }
    let sets = program.compactMap { if case .scalar(let set) = $0 { set } else { nil } }
    classes = ScalarClasses(Set(sets + (asksForWords ? [.word] : [])))
    forget()
  }

  /// Whether it is found anywhere in `text`.
  func isFound(in text: String) -> Bool {
    var state = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return isFound(amongAll: text.lowercased()) }
      state = way(from: state, by: classes.number(ofASCII: byte))
      if state == Way.found { return true }
    }
    return way(from: state, by: classes.count) == Way.found
  }

  private func isFound(amongAll text: String) -> Bool {
    var state = 0
    for scalar in text.unicodeScalars {
      state = way(from: state, by: classes.number(of: scalar))
      if state == Way.found { return true }
    }
    return way(from: state, by: classes.count) == Way.found
  }

  private func way(from state: Int, by letter: Int) -> Int {
    let known = ways[state * (classes.count + 1) + letter]
    return known == Way.unknown ? follow(from: state, by: letter) : known
  }

  /// Works out where a state and a letter lead, and keeps it.
  private func follow(from number: Int, by letter: Int) -> Int {
    let letterAfter = letter < classes.count ? classes.members[letter] : nil
    let isWord = asksForWords && letterAfter.map(ScalarSet.word.contains) ?? false
    let way: Int
    if let reached = reach(from: states[number], before: letterAfter, isWord) {
      if let letterAfter {
        let steps = reached.filter { accepts($0, letterAfter) }.map { $0 + 1 }
        guard states.count < Self.mostStates else {
          forget()
          return add(State(steps: steps.sorted(), isStart: false, followsWord: isWord))
        }
        way = add(State(steps: steps.sorted(), isStart: false, followsWord: isWord))
      } else {
        way = Way.missed
      }
    } else {
      way = Way.found
    }
    ways[number * (classes.count + 1) + letter] = way
    return way
  }

  private func accepts(_ step: Int, _ letter: Unicode.Scalar) -> Bool {
    if case .scalar(let set) = program[step] { set.contains(letter) } else { false }
  }

  /// The steps that are reached without a letter, each once; `nil` when the pattern's end is one of them.
  private func reach(
    from state: State, before letter: Unicode.Scalar?, _ isWord: Bool
  ) -> [Int]? {
    // A match may begin at every place.
    var open = state.steps + [0]
    var isReached = [Bool](repeating: false, count: program.count)
    var reached: [Int] = []
    while let step = open.popLast() {
      guard !isReached[step] else { continue }
      isReached[step] = true
      reached.append(step)
      switch program[step] {
      case .match: return nil
      case .scalar: continue
      case .split(let one, let other): open += [step + other, step + one]
      case .jump(let distance): open.append(step + distance)
      case .assert(let edge):
        let holds =
          switch edge {
          case .start: state.isStart
          case .end: letter == nil
          case .word: state.followsWord != isWord
          case .notWord: state.followsWord == isWord
          }
        if holds { open.append(step + 1) }
      }
    }
    return reached
  }

  private func add(_ state: State) -> Int {
    if let known = numbers[state] { return known }
    states.append(state)
    numbers[state] = states.count - 1
    ways += [Int](repeating: Way.unknown, count: classes.count + 1)
    return states.count - 1
  }

  private func forget() {
    states = []
    numbers = [:]
    ways = []
    _ = add(State(steps: [], isStart: true, followsWord: false))
  }
}
