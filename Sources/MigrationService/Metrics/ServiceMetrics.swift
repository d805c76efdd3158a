import CoreMetrics
import HTTPTypes
import Migration

/// What is told of a service at `/metrics`.
struct ServiceMetrics: Sendable {
  private let store = MetricStore()

  // What else a request may have for a method is its sender's invention, and would be a metric of its own.
  private static let methods: Set<HTTPRequest.Method> = [.get, .post, .put, .delete, .head]

  /// Notes an answer.
  ///
  /// - Parameters:
  ///   - method: The method of the request.
  ///   - status: The status of the answer.
  ///   - time: How long it took.
  func answered(_ method: HTTPRequest.Method, _ status: Int, in time: Duration) {
    let word = Self.methods.contains(method) ? method.rawValue : "other"
    Counter(
      label: "ferry_requests_total", dimensions: [("method", word), ("status", String(status))],
      factory: store
    ).increment()
    Timer(label: "ferry_request_seconds", dimensions: [("method", word)], factory: store)
      .recordNanoseconds(Int64(saturating: time / .nanoseconds(1)))
  }

  /// All metrics as text, with those of the tasks as they are now.
  func text(_ board: TaskBoard) -> String {
    let (tasks, speed) = board.standing
    for state in TaskState.known {
      gauge("ferry_tasks", [("state", state.word)]).record(tasks[state] ?? 0)
    }
    gauge("ferry_speed_bytes_per_second").record(speed)
    return store.text
  }

  private func gauge(_ name: String, _ labels: [(String, String)] = []) -> Recorder {
    Recorder(label: name, dimensions: labels, aggregate: false, factory: store)
  }
}
