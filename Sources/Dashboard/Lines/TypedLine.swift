package import Canvas
import Migration

extension State {
  /// The keys that a line means which was typed as a whole, for whatever has the keys now; none when
  /// it only asks how things stand.
  ///
  /// A line that is no answer to an open question is a no to it, never the beginning of a command.
  ///
  /// - Parameter line: The line; `nil` at the end of the input.
  /// - Returns: The keys, in order.
  package func keys(of line: String?) -> [Key] {
    // It leaves what is open, and then the dashboard.
    guard let line else { return layer == nil ? commandKeys(of: "quit") : [.escape] }
    return switch layer {
    case .prompt(let prompt): answerKeys(of: line, to: prompt)
    case .newTask(let dialogue): makingKeys(of: line, for: dialogue)
    case .limits: limitKeys(of: line)
    case .filterEntry:
      line.trimmed.isEmpty
        ? [.control("u"), .enter] : [.escape] + commandKeys(of: "/" + line)
    case .sortMenu: choiceKeys(of: line, count: TaskOrder.Key.allCases.count)
    case .profiles(let menu) where menu.opening != nil: line.trimmed.isEmpty ? [] : [.escape]
    case .profiles: choiceKeys(of: line, count: profiles.count)
    case .actionMenu: choiceKeys(of: line, count: CommandTable.actions.count)
    case .help, .messages, .past, .sheet, .commandEntry:
      layers.map { _ in .escape } + commandKeys(of: line)
    case .none: commandKeys(of: line)
    }
  }

  private func commandKeys(of line: String) -> [Key] {
    let text = line.trimmed
    guard let first = text.first else { return [] }
    if text.count == 1, CommandTable.command(for: .character(first)) != nil {
      return [.character(first)]
    }
    let rest = text.dropFirst().map(Key.character)
    switch first {
    // By its name, as a command says what is wrong with a filter.
    case "/": return [.character(":")] + "filter ".map(Key.character) + rest + [.enter]
    case ":": return [.character(":")] + rest + [.enter]
    default: return [.character(":"), .character(first)] + rest + [.enter]
    }
  }

  private func answerKeys(of line: String, to prompt: Prompt) -> [Key] {
    let text = line.trimmed
    guard prompt.isOpen else { return hastyKeys(of: text) }
    if prompt.form != nil { return line.map(Key.character) + [.enter] }
    guard let challenge = prompt.plan(in: configuration)?.challenge else { return [.escape] }
    if let key = objectsKey(of: prompt), text.halfWidth == key.lineName { return [key] }
    return keys(of: text, to: challenge)
  }

  /// The line that empties a line of a new task; alone, Enter leaves that as it is.
  private static let emptying = "-"

  private func makingKeys(of line: String, for dialogue: NewTaskDialogue) -> [Key] {
    let text = line.trimmed
    switch dialogue.stage {
    case .closed: return [text.isEmpty ? .enter : .escape]
    case .typing where text == Self.emptying: return [.control("e"), .control("u"), .enter]
    case .typing:
      return (text.isEmpty ? [] : [.control("e"), .control("u")] + keys(text)) + [.enter]
    case .finding, .unseen: return hastyKeys(of: text)
    case .open(.keys): return keys(line) + [.enter]
    case .open(.consent): return keys(of: text, to: configuration.challengeOfCreation)
    }
  }

  /// The word for no limits, as an empty line leaves those that there are.
  static let noLimits = "none"

  private func limitKeys(of line: String) -> [Key] {
    let text = line.trimmed
    if text.isEmpty { return [.enter] }
    return [.control("e"), .control("u")] + (text == Self.noLimits ? [] : keys(text)) + [.enter]
  }

  /// The keys of a line that comes before its question can have been read.
  private func hastyKeys(of text: String) -> [Key] {
    // A yes that comes too soon leaves the question open, whatever it would have been.
    ["", "n", "no", "q", "quit"].contains(text.halfWidth) ? [.escape] : [.character("y")]
  }

  private func keys(of text: String, to challenge: Challenge) -> [Key] {
    if let answer = challenge.typedAnswer {
      return text.halfWidth == answer.halfWidth ? keys(text) + [.enter] : [.escape]
    }
    let typed = keys(text)
    return typed.count == 1 && typed[0].isKey(of: "y") ? typed : [.escape]
  }

  private func keys(_ text: String) -> [Key] { text.map(Key.character) }

  /// The key that chooses other objects for a start, while it does.
  func objectsKey(of prompt: Prompt) -> Key? {
    guard let key = prompt.plan(in: configuration)?.challenge.choiceKey,
      prompt.choosesObjects(key, in: configuration)
    else { return nil }
    return key
  }

  private func choiceKeys(of line: String, count: Int) -> [Key] {
    guard let number = Int(line.trimmed.halfWidth), (1..<count + 1).contains(number) else {
      return [.escape]
    }
    return [.home] + Array(repeating: .down, count: number - 1) + [.enter]
  }
}

extension Key {
  /// What is typed in a line for a key that chooses.
  var lineName: String {
    if case .character(let letter) = self { String(letter) } else { "tab" }
  }
}
