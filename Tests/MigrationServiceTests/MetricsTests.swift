import CoreMetrics
import HTTPTypes
import Testing

@testable import Migration

@testable import MigrationService

/// What is told of a service to whoever watches it.
struct MetricsTests {
  private static func metrics(_ service: ServiceHarness) async throws -> [Substring] {
    let answer = try await service.send(.get, "/metrics", headers: [:])
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
    return answer.text.split(separator: "\n")
  }

  @Test func `tasks are told by their states, with all that there are`() async throws {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1)) { service in
      _ = try await service.createMoving()
      _ = try await service.create()
      let lines = try await Self.metrics(service)
      #expect(lines.contains("# TYPE ferry_tasks gauge"))
      #expect(lines.contains(#"ferry_tasks{state="running"} 1"#), "\(lines)")
      #expect(lines.contains(#"ferry_tasks{state="waiting"} 1"#))
      #expect(lines.contains(#"ferry_tasks{state="failed"} 0"#))
      #expect(lines.contains("ferry_speed_bytes_per_second 0"))
    }
  }

  @Test func `answers are counted by their method and status, those that refuse too`() async throws
  {
    try await ServiceHarness.with { service in
      for _ in 0..<3 { _ = try await service.task(.get, "?start=0&limit=10") }
      _ = try await service.task(.get, "/1")
      let lines = try await Self.metrics(service)
      #expect(lines.contains(#"ferry_requests_total{method="GET",status="200"} 3"#), "\(lines)")
      #expect(lines.contains(#"ferry_requests_total{method="GET",status="400"} 1"#))
      #expect(lines.contains(#"ferry_request_seconds_count{method="GET"} 4"#))
    }
  }

  @Test func `a method that somebody has made up is no metric of its own`() async throws {
    try await ServiceHarness.with { service in
      let made = try #require(HTTPRequest.Method("BREW"))
      _ = try await service.send(made, "/v1", headers: [:])
      let lines = try await Self.metrics(service)
      #expect(!lines.contains { $0.contains("BREW") })
      #expect(lines.contains(#"ferry_requests_total{method="other",status="404"} 1"#), "\(lines)")
    }
  }

  @Test(arguments: [(false, 200), (true, 401)])
  func `who cannot sign is told on this machine alone`(
    isReachedFromElsewhere: Bool, status: Int
  ) async throws {
    try await ServiceHarness.with(
      policy: .signed(SignatureVerifier(keys: [])),
      isReachedFromElsewhere: isReachedFromElsewhere
    ) { service in
      let metrics = try await service.send(.get, "/metrics", headers: [:])
      #expect(metrics.status == status)
      let health = try await service.send(.get, "/healthz", headers: [:])
      #expect(health.status == 200)
    }
  }

  @Test func `what a label says stays one label`() {
    let store = MetricStore()
    store.makeCounter(label: "c", dimensions: [("l", "a\"b\\c\nd")]).increment(by: 2)
    store.makeFloatingPointCounter(label: "f", dimensions: []).increment(by: 0.5)
    let timer = store.makeTimer(label: "t", dimensions: [])
    for _ in 0..<2 { timer.recordNanoseconds(750_000_000) }
    let gauge = store.makeRecorder(label: "g", dimensions: [], aggregate: false)
    for value in [3, 1] { gauge.record(Int64(value)) }
    #expect(
      store.text == """
        # TYPE c counter
        c{l="a\\"b\\\\c\\nd"} 2
        # TYPE f counter
        f 0.5
        # TYPE g gauge
        g 1
        # TYPE t summary
        t_sum 1.5
        t_count 2

        """)
  }
}
