import Foundation
import Synchronization
import TestServers
import Testing

/// Lists that name objects which may not be read.
struct DeniedListTests {
  /// A folder that nobody may read, and an object that is not there, of which a store that may not be listed
  /// says the same.
  private static let denied = ["closed/1", "closed/2", "closed/3", "gone"]

  private static func store() -> RecordingStore {
    let named = (1...9).map { "open/\($0)" } + denied
    var objects = ["/to/lists/june.txt": Array(named.joined(separator: "\n").utf8)]
    for name in named.dropLast() { objects["/from/" + name] = Array("what is in \(name)".utf8) }
    return RecordingStore(
      objects, forbidden: Set(denied.map { "/from/" + $0 } + ["/from", "/from/"]))
  }

  @Test(arguments: ["v1", "v2"])
  func `what may not be read is told, the rest arrives, and it is moved once it may be`(
    api: String
  ) async throws {
    let store = Self.store()
    try await LoopbackServer.serving(store) { server in
      try await FerryHome.with { home in
        let names = ["SOURCE_AK", "SOURCE_SK", "DESTINATION_AK", "DESTINATION_SK"]
        let keys = names.map { ("FERRY_" + $0, "a key of a store") }
        let bench = ListBench(
          home: home, api: api, keys: Dictionary(uniqueKeysWithValues: keys))
        let id = try await bench.create([
          "--from", "s3://from?endpoint=\(server)", "--to", "s3://to/new/?endpoint=\(server)",
          "--type", "list", "--list-file", "to/lists/june.txt",
        ])
        let end = try await bench.end(id)
        #expect(end.state == "failed" && end.total_objects == 13, "\(end)")
        #expect(end.succeeded_objects == 9 && end.failed_objects == 4, "\(end)")
        let failed = try await bench.failed(id)
        #expect(failed.keys.sorted() == Self.denied)
        for reason in failed.values { #expect(reason.contains("may not read"), "\(reason)") }
        for number in 1...9 {
          let there = store.objects["/to/new/open/\(number)"]
          #expect(there == Array("what is in open/\(number)".utf8))
        }
        let shown = try await home.ferry("show", id, "--api", api)
        #expect(shown.output.contains("TRF.0153"), "\(shown.output)")

        store.forbidden.withLock { $0 = ["/from/gone"] }
        try await bench.start(id, "--failed-only")
        let second = try await bench.end(id)
        #expect(second.succeeded_objects == 12 && second.failed_objects == 1, "\(second)")
        #expect(try await bench.failed(id).keys.sorted() == ["gone"])
      }
    }
  }
}
