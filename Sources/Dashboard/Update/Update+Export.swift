import Migration
import Words

extension State {
  /// Has the tasks that are shown written to a file.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func export(_ format: ExportFormat, to file: String) -> [Effect] {
    let request = newRequest()
    exports[request] = !link.isLoading && link.missing == nil
    let words = configuration.tongue.words(.exporting(list.table.rows.count, to: file))
    notice = Notice(.info, words)
    return [.export(format, to: file, request: request)]
  }

  /// Tells what became of an export.
  mutating func endExport(
    _ outcome: Result<Int, ExportFault>, to file: String, request: Int
  ) {
    guard let isWhole = exports.removeValue(forKey: request) else { return }
    let tongue = configuration.tongue
    switch outcome {
    case .success(let count):
      let words = tongue.words(.exported(count, to: file, isWhole: isWhole))
      tell(Notice(isWhole ? .success : .error, words))
    case .failure(let fault): tell(Notice(.error, tongue.words(.notExported(to: file, fault))))
    }
  }

  /// The numbers of what is under way and would be given up by leaving.
  var underWay: [Int] {
    let sessions = [session] + parked.values
    let actions = sessions.flatMap(\.actions).filter { !$0.isOver }
    return (actions.map(\.request) + sessions.flatMap(\.creations.keys) + exports.keys).sorted()
  }
}
