import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient
@testable import MigrationCore

extension ListAllTests {
  @Test func `a service that always shows the same page is given up`() async throws {
    let backend = PagedBackend(Self.tasks(10), isStuck: true)
    let problem = await #expect(throws: APIProblem.self) {
      try await backend.listAll(TaskQuery(limit: 10))
    }
    #expect(problem?.kind == .server)
    #expect(await backend.lists < 300)
  }

  @Test func `a full page is the last one when the service says so`() async throws {
    let backend = PagedBackend(Self.tasks(10), saysTotal: true)
    let page = try await backend.listAll(TaskQuery(limit: 10))
    #expect(page.tasks.count == 10)
    #expect(await backend.lists == 1)
  }

  @Test func `a total that is nonsense does no harm`() async throws {
    for total in [Int.max, Int.min, 0, -1] {
      let backend = PagedBackend(Self.tasks(25), total: total)
      let page = try await backend.listAll(TaskQuery(limit: 10))
      #expect(page.tasks.count == 25)
    }
  }

  @Test func `a list of which page after page fails ends with the problem`() async throws {
    let backend = PagedBackend(Self.tasks(100))
    let failure = APIProblem(kind: .server, sentence: "no")
    await backend.setFailure(failure, at: 4)
    await #expect(throws: failure) { try await backend.listAll(TaskQuery(limit: 10)) }
  }

  @Test func `a list can be called off between pages`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(100))
    await backend.setBeforeCall { _, _ in }
    await backend.setMood(.hanging)
    let list = Task { try await backend.listAll(TaskQuery(limit: 10)) }
    await backend.waitForCalls { $0.count == 1 }
    list.cancel()
    let problem = await #expect(throws: APIProblem.self) { try await list.value }
    #expect(problem?.kind == .cancelled)
  }
}
