import Canvas
import Migration
import Words

extension State {
  /// Takes a key while a command is typed by its name.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func edit(_ entry: CommandEntry, by key: Key, wasWarned: Bool) -> [Effect] {
    // Whoever was warned may ask again by the same name.
    defer { if case .commandEntry = layer { wasWarnedOfQuitting = wasWarned } }
    var entry = entry
    switch key {
    case .enter: return run(entry, wasWarned: wasWarned)
    case .escape: layer = nil
    case .backspace where entry.line.text.isEmpty: layer = nil
    case .tab:
      let completion = entry.completion(places: list.table.tasks.buckets)
      entry.line.complete(completion)
      layer = .commandEntry(entry)
      tellWords(of: completion)
    default:
      if let line = entry.history.step(by: key, from: entry.line.text) {
        entry.line = LineEditor(line)
      } else if !entry.line.take(key) {
        return []
      }
      layer = .commandEntry(entry)
    }
    return []
  }

  /// Does what was typed, or says why that is no command and leaves it to be mended.
  private mutating func run(_ entry: CommandEntry, wasWarned: Bool) -> [Effect] {
    if entry.line.text.allSatisfy({ $0 == " " }) {
      layer = nil
      return []
    }
    let command: TypedCommand
    do throws(CommandLineFault) {
      command = try TypedCommand(entry.line.text, now: link.date)
    } catch {
      notice = Notice(.error, configuration.tongue.words(error))
      return []
    }
    layer = nil
    commands.add(entry.line.text)
    switch command {
    case .plain(.quit):
      closeDetail()
      return quit(wasWarned: wasWarned)
    case .plain(let command): return carryOut(command, wasWarned: wasWarned)
    case .act(let action, let filter):
      return begin(action, of: list.targets(of: filter), chosen: .filter(filter.text))
    case .filter(let text):
      filter(by: text)
      list.rememberFilter()
      filters.add(text)
    case .sort(let key): sort(by: TaskOrder(naturalFor: key))
    case .interval(let interval): return setInterval(interval)
    case .profile(let name): return openProfile(name)
    case .export(let format, let file): return export(format, to: file)
    }
    return []
  }
}
