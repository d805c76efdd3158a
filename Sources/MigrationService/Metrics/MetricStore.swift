import CoreMetrics
import Synchronization

/// The metrics of a service, kept until somebody asks: a backend of swift-metrics for this one service, which
/// others in the same process know nothing of.
final class MetricStore: MetricsFactory {
  /// All metrics of one name.
  private struct Family {
    let kind: MetricCell.Kind
    var cells: [String: MetricCell] = [:]
  }

  private let families = Mutex<[String: Family]>([:])

  /// The metrics in the text format of Prometheus, by their names.
  var text: String {
    families.withLock { families in
      families.sorted { $0.key < $1.key }.map { name, family in
        let lines = family.cells.sorted { $0.key < $1.key }.map { labels, cell in
          cell.lines(name, labels)
        }
        return "# TYPE \(name) \(family.kind.rawValue)\n" + lines.joined()
      }.joined()
    }
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    cell(label, dimensions, .counter)
  }

  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler { cell(label, dimensions, .counter) }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler { cell(label, dimensions, aggregate ? .summary : .gauge) }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    cell(label, dimensions, .summary)
  }

  // What was counted is told as long as the service runs.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  private func cell(
    _ name: String, _ dimensions: [(String, String)], _ kind: MetricCell.Kind
  ) -> MetricCell {
    let labels = dimensions.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    return families.withLock { families in
      if let known = families[name]?.cells[labels] { return known }
      let cell = MetricCell(kind)
      families[name, default: Family(kind: kind)].cells[labels] = cell
      return cell
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
