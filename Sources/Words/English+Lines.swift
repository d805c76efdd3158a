import Migration

extension English {
  package func words(_ talk: LineTalk) -> String {
    switch talk {
    case .welcome:
      "Type a command, then Enter; help lists them. Enter alone tells how things stand."
    case .appeared: "new"
    case .gone: "gone"
    case .left(let time): "\(time) left"
    case .was(let state): "was \(state.word)"
    case .agree(let action): "To \(title(action).lowercased()), type y, then Enter."
    case .otherwise: "Any other line leaves everything as it is."
    case .closes: "Any line closes this."
    case .choice(let key, let objects): "\(key), then Enter: \(words(objects))."
    case .key(let field):
      "Type the \(words(field, isShort: false)), then Enter; ^C leaves everything as it is. What is typed "
        + "is not shown."
    case .line(let field):
      "Type the \(field == .from ? "source" : field == .to ? "destination" : words(field)), then Enter; Enter "
        + "alone keeps it as it is, - empties it, ^C closes the form."
    case .limits(let none):
      "Type the new limits, then Enter; '\(none)' lifts them, Enter alone takes the line as it is, ^C closes "
        + "the form."
    case .agreeToCreate: "To create the task, type y, then Enter."
    case .backToForm: "Enter goes back to what was typed; any other line closes the form."
    case .dropped:
      "That was closed while it was typed: the rest of the line is neither shown nor taken; press Enter."
    case .choose: "Type its number, then Enter; any other line chooses nothing."
    case .filter: "Type a filter, then Enter; nothing shows all tasks."
    case .hasty: "That came before the question can have been read; answer again."
    case .copied(let text): "To copy: \(text)"
    }
  }
}
