import Testing

@testable import Migration
@testable import MigrationCore

struct PagingTests {
  @Test(arguments: [0, 1, 99, 100, 101, 250])
  func `all tasks are read, each once`(count: Int) async throws {
    let ids = count == 0 ? [] : Array(Int64(1)...Int64(count))
    let backend = ScriptedBackend(Dictionary(uniqueKeysWithValues: ids.map { ($0, .stopped) }))
    let page = try await backend.listAll()
    #expect(page.tasks.map(\.id.rawValue) == ids.reversed())
  }

  @Test func `a limit ends the reading`() async throws {
    let backend = ScriptedBackend(
      Dictionary(uniqueKeysWithValues: (1...250).map { ($0, .stopped) }))
    #expect(try await backend.listAll(limit: 120).tasks.count == 120)
  }
}
