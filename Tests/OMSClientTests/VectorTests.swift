import TestSupport
import Testing

@testable import Migration

/// Every vector of the reference, in both directions: what our client sends, and what it reads.
struct VectorTests {
  /// What a call came to.
  private struct Outcome: Sendable {
    var read: JSON?
    var problem: APIProblem?
    var seen: [CannedServer.Seen]
  }

  @Test func `every vector of v1 is used`() throws {
    #expect(try VectorFile.names("v1") == Set(VectorCalls.v1.keys))
  }

  @Test func `every vector of v2 is used`() throws {
    #expect(try VectorFile.names("v2") == Set(VectorCalls.v2.keys))
  }

  @Test(arguments: VectorCalls.v1.keys.sorted())
  func `v1 is spoken as the reference says`(name: String) async throws {
    let vector = try VectorFile.v1(name)
    let call = try #require(VectorCalls.v1[name])
    let outcome = try await CannedServer.serving(vector.response) { client, server in
      try await Self.outcome(server) { try await call(client, vector) }
    }
    let impossible = VectorDeviation.v1Impossible.contains { $0.vectors.contains(name) }
    if !impossible { check(outcome.seen, against: vector, VectorDeviation.v1) }
    check(outcome, against: vector, problem: VectorProblems.v1[name])
  }

  @Test(arguments: VectorCalls.v2.keys.sorted())
  func `v2 is spoken as the reference says`(name: String) async throws {
    let vector = try VectorFile.v2(name)
    let call = try #require(VectorCalls.v2[name])
    let outcome = try await CannedServer.servingV2(vector.response) { client, server in
      try await Self.outcome(server) { try await call(client, vector) }
    }
    let impossible = VectorDeviation.v2Impossible.contains { $0.vectors.contains(name) }
    if !impossible { check(outcome.seen, against: vector, VectorDeviation.v2) }
    check(outcome, against: vector, problem: VectorProblems.v2[name])
  }

  @Test(arguments: VectorDeviation.v1 + VectorDeviation.v2)
  func `a deviation is one`(deviation: VectorDeviation) throws {
    for name in deviation.vectors {
      let isFirst = VectorCalls.v1[name] != nil
      let request = try (isFirst ? VectorFile.v1(name) : VectorFile.v2(name)).request
      #expect(request.applying(deviation) != request, "\(name): \(deviation.reason)")
    }
  }

  private static func outcome(
    _ server: CannedServer, _ call: () async throws -> JSON?
  ) async throws -> Outcome {
    do {
      return Outcome(read: try await call(), seen: await server.seen)
    } catch let problem as APIProblem {
      return Outcome(problem: problem, seen: await server.seen)
    }
  }

  private func check(
    _ seen: [CannedServer.Seen], against vector: VectorFile, _ deviations: [VectorDeviation]
  ) {
    let request = deviations.filter { $0.vectors.contains(vector.name) }
      .reduce(vector.request) { $0.applying($1) }
    // A call that only reads may be sent again, and is the same then.
    #expect(!seen.isEmpty)
    for sent in seen {
      #expect(sent.method == request.method)
      #expect(sent.path == request.path)
      #expect(sent.query == request.query ?? [:])
      #expect(sent.body == request.body)
      #expect(sent.contentType?.hasPrefix("application/json") == true)
    }
  }

  private func check(
    _ outcome: Outcome, against vector: VectorFile, problem kind: APIProblem.Kind?
  ) {
    #expect(outcome.problem?.kind == kind)
    guard kind == nil else { return check(outcome.problem, against: vector.response) }
    guard let echo = outcome.read else { return }
    let answer = vector.response.body?.replacing(VectorQuirks.known[vector.name] ?? [:])
    let differences = WireComparison.differences(answer: answer ?? .null, echo: echo)
    #expect(differences.isEmpty)
  }

  private func check(_ problem: APIProblem?, against response: VectorFile.Response) {
    guard let problem else { return }
    let body = response.body?["error"] ?? response.body
    let code = body?["error_code"]?.text ?? body?["code"]?.text
    let words = body?["error_msg"]?.text ?? body?["message"]?.text ?? ""
    #expect(problem.status == response.status)
    if response.status >= 400 {
      #expect(problem.code == code)
      if !words.isEmpty { #expect(problem.message == words) }
      #expect(problem.english.contains(words))
      #expect(problem.english.contains(code ?? "HTTP \(response.status)"))
      #expect(problem.requestID == body?["request_id"]?.text)
    }
    #expect(!problem.english.contains("<html>"))
  }
}

/// Answers that mean something else than they say.
enum VectorQuirks {
  static let known: [String: [String: JSON]] = [
    // Groups name providers in capitals.
    "group-show-upper-case-cloud": ["src_node.cloud_type": .text("HuaweiCloud")]
  ]
}

extension JSON {
  fileprivate func replacing(_ members: [String: JSON]) -> JSON {
    members.reduce(self) { $0.replacing($1.key.split(separator: "."), by: $1.value) }
  }
}

extension VectorFile.Request: Equatable {
  static func == (one: Self, other: Self) -> Bool {
    one.method == other.method && one.path == other.path && one.query == other.query
      && one.body == other.body
  }
}
