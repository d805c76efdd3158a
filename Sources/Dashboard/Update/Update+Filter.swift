import Canvas
import Migration
import Words

extension State {
  /// Lets the filter be typed, beginning with the one that there is.
  mutating func openFilter() {
    push(.filterEntry(FilterEntry(over: list, history: filters)))
  }

  /// Takes a key while the filter is typed.
  mutating func edit(_ entry: FilterEntry, by key: Key) {
    var entry = entry
    let isEmpty = entry.line.text.isEmpty
    switch key {
    case .enter:
      guard list.table.filter.problem == nil else { return }
      list.rememberFilter()
      filters.add(entry.line.text)
      layer = nil
    case .escape: giveUp(entry)
    case .backspace where isEmpty: layer = nil
    case .pageUp, .pageDown:
      if case .move(let motion) = CommandTable.command(for: key) { move(motion) }
    case .tab:
      let places = list.table.tasks.buckets
      let completion = Completion(ofFilter: entry.line.text, places: places)
      entry.line.complete(completion)
      take(entry)
      tellWords(of: completion)
    default:
      if let line = entry.history.step(by: key, from: entry.line.text) {
        entry.line = LineEditor(line, limit: RowFilter.longest)
      } else if !entry.line.take(key) {
        return
      }
      take(entry)
    }
  }

  /// Tells what a word can become, where that is more than one thing.
  mutating func tellWords(of completion: Completion) {
    guard completion.words.count > 1 else { return }
    notice = Notice(.info, completion.words.joined(separator: " "))
  }

  private mutating func take(_ entry: FilterEntry) {
    layer = .filterEntry(entry)
    if entry.line.text != list.table.filter.text { filter(by: entry.line.text) }
  }

  /// Puts everything back as it was before the filter was typed.
  mutating func giveUp(_ entry: FilterEntry) {
    list.change(height: tableHeight) { $0.filter = entry.filter }
    list.move(backTo: entry.place, height: tableHeight)
    layer = nil
  }
}
