import Migration
import Words

extension State {
  /// Moves the cursor to the next task, in steps of `step`, that the filter lets through or the last
  /// one did; where one line stands for it, its tasks are shown.
  mutating func findMatch(step: Int) {
    let filter = list.table.filter.isEmpty ? list.table.search?.filter : list.table.filter
    guard let filter, list.spot != nil else {
      return tell(.noFilterYet)
    }
    guard let found = list.nextMatch(step: step) else {
      notice = Notice(.info, configuration.tongue.words(ScreenTalk.matchesNothing(filter.text)))
      return
    }
    if let stop = list.table.stop(of: .task(found)),
      case .fold(let fold) = list.table.spot(atStop: stop)
    {
      list.fold(fold, false, height: tableHeight)
    }
    if let stop = list.table.stop(of: .task(found)) { moveCursor(to: stop) }
  }
}
