import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

/// Answers with something wrong in them, which Foundation reads and writes anew: members come in
/// another order then, numbers and escapes in another spelling, and nothing else may change.
struct DamagedAnswerTests {
  private func check<Value: Equatable>(
    _ form: WireForm<Value>, _ version: String, _ prefix: String
  ) async throws {
    let bodies = try VectorFile.names(version).sorted().filter { $0.hasPrefix(prefix) }
      .map { try (version == "v1" ? VectorFile.v1($0) : VectorFile.v2($0)).response.body }
      .compactMap(\.self).map { Array(try JSONEncoder().encode($0)) }
    #expect(!bodies.isEmpty)
    var readable = 0
    for seed in UInt64(0)..<2000 {
      // Servers of other tests answer on the same threads.
      if seed.isMultiple(of: 50) { await Task.yield() }
      var random = Generator(seed: seed)
      let body = Damage.damaged(bodies[Int.random(in: bodies.indices, using: &random)], &random)
      let ours = try? form.value(in: body)
      guard let theirs = try? JSONDecoder().decode(JSON.self, from: Data(body)),
        (try? JSONValue(body, .tolerant)) != nil
      else { continue }
      let anew = Array(try JSONEncoder().encode(theirs))
      let again = try? form.value(in: anew)
      #expect(ours == again, "seed \(seed)")
      if ours != nil { readable += 1 }
    }
    // Most damage is to one member, and costs no more than that.
    #expect(readable > 800)
  }

  @Test(arguments: [("v1", TaskDialect.v1, "show-"), ("v2", .v2, "task-show-")])
  func `a damaged task`(version: String, dialect: TaskDialect, prefix: String) async throws {
    try await check(.task(in: dialect), version, prefix)
  }

  @Test func `a damaged group`() async throws { try await check(.group, "v2", "group-show-") }

  @Test func `a damaged synchronisation task`() async throws {
    try await check(.synchronisationTask, "v2", "sync-show")
  }
}
