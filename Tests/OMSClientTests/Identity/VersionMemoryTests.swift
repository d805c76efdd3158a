import TestServers
import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct VersionMemoryTests {
  private static func endpoint(_ number: Int) throws -> Endpoint {
    try Endpoint("https://h\(number)")
  }

  @Test func `a memory is for its owner alone`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("new").appending("api-versions.json")
      VersionMemory(path: path).remember(.v2, of: try Self.endpoint(1))
      #expect(try path.stat().permissions == [.ownerRead, .ownerWrite])
      #expect(try path.removingLastComponent().stat().permissions == .ownerReadWriteExecute)
      let left = try FileManager.default.contentsOfDirectory(
        atPath: path.removingLastComponent().string)
      #expect(left == ["api-versions.json"])
    }
  }

  @Test func `a week later a service is asked again`() throws {
    try TemporaryDirectory.with { directory in
      let clock = TestClock()
      let memory = VersionMemory(path: directory.path.appending("m.json"), now: clock.now)
      let endpoint = try Self.endpoint(1)
      memory.remember(.v1, of: endpoint)
      clock.advance(by: .seconds(6 * 86_400))
      #expect(memory.generation(of: endpoint) == .v1)
      clock.advance(by: .seconds(2 * 86_400))
      #expect(memory.generation(of: endpoint) == nil)
    }
  }

  @Test func `only the latest hundred services are kept`() throws {
    try TemporaryDirectory.with { directory in
      let clock = TestClock()
      let memory = VersionMemory(path: directory.path.appending("m.json"), now: clock.now)
      for number in 0...100 {
        memory.remember(.v1, of: try Self.endpoint(number))
        clock.advance(by: .seconds(1))
      }
      #expect(memory.generation(of: try Self.endpoint(0)) == nil)
      #expect(memory.generation(of: try Self.endpoint(1)) == .v1)
      #expect(memory.generation(of: try Self.endpoint(100)) == .v1)
    }
  }

  @Test(arguments: ["", "[", "{\"https://h1\":{\"api\":\"v9\",\"asked\":\"x\"}}", "null", "\u{0}"])
  func `a broken memory remembers nothing, and is replaced`(text: String) throws {
    try TemporaryDirectory.with { directory in
      try directory.write(text, to: "m.json")
      let memory = VersionMemory(path: directory.path.appending("m.json"))
      let endpoint = try Self.endpoint(1)
      #expect(memory.generation(of: endpoint) == nil)
      memory.remember(.v2, of: endpoint)
      #expect(memory.generation(of: endpoint) == .v2)
    }
  }

  @Test func `a memory that cannot be written is none`() throws {
    let memory = VersionMemory(path: "/dev/null/m.json")
    memory.remember(.v2, of: try Self.endpoint(1))
    #expect(memory.generation(of: try Self.endpoint(1)) == nil)
  }
}
