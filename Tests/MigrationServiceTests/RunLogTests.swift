import Foundation
import HTTPTypes
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What a run has logged, as callers are told of it.
struct RunLogTests {
  private static func write(_ lines: [String], of child: String, in directory: TemporaryDirectory)
    throws
  {
    for (ending, text) in [("out", ""), ("log", lines.joined(separator: "\n") + "\n")] {
      try directory.write(text, to: "\(child).\(ending)")
    }
  }

  private static func arrival(_ name: String, at time: String) -> String {
    #"{"time":"\#(time)","level":"info","msg":"Copied (new)","size":3,"object":"\#(name)","#
      + #""objectType":"*local.Object","source":"slog"}"#
  }

  @Test func `the newest line comes first, whichever child has written it`() throws {
    try TemporaryDirectory.with { directory in
      let refusal = #"Failed to copy: operation error S3: GetObject, api error AccessDenied: no"#
      try Self.write(
        [
          Self.arrival("a", at: "2026-11-27T10:00:00.5+01:00"),
          #"{"time":"2026-11-27T10:00:04Z","level":"error","msg":"\#(refusal)","object":"b.1a2b3c4d.ferry-part","#
            + #""objectType":"*s3.Object"}"#,
          #"{"time":"2026-11-27T10:00:05Z","level":"debug","msg":"never told"}"#,
        ], of: "copy-1", in: directory)
      try Self.write(
        [Self.arrival("c", at: "2026-11-27T10:00:02.123456789Z"), "no record at all"],
        of: "copy-2", in: directory)
      let page = RunLog(directory: directory.path).page(start: 0, limit: 9)
      #expect(page.map(\.object) == ["b", "c", "a", nil])
      #expect(page.map(\.event) == [.failed, .arrived, .arrived, .remark])
      #expect(page[0].message == "The keys for the source may not read its objects (AccessDenied).")
      #expect(page[0].at == Date(timeIntervalSince1970: 1_795_773_604))
      #expect(page[2].at == Date(timeIntervalSince1970: 1_795_770_000))
      let rest = RunLog(directory: directory.path).page(start: 1, limit: 1)
      #expect(rest.map(\.object) == ["c"])
    }
  }

  @Test func `of a long log the end is read, from a whole line on`() throws {
    try TemporaryDirectory.with { directory in
      let lines = (0..<5000).map { Self.arrival("object \($0)", at: "2026-11-27T10:00:00Z") }
      try Self.write(lines, of: "copy-1", in: directory)
      let page = RunLog(directory: directory.path).page(start: 0, limit: 10_000)
      #expect(page.count > 100 && page.count < 5000)
      #expect(page.first?.object == "object 4999")
      #expect(page.allSatisfy { $0.event == .arrived })
    }
  }

  @Test func `an address is told without what opens a store`() throws {
    try TemporaryDirectory.with { directory in
      try Self.write(
        [
          #"{"level":"error","msg":"Failed to copy: Get \"https://h/a?X-Amz-Signature=s3cr3t\": "#
            + #"odd","object":"a","objectType":"*s3.Object"}"#
        ], of: "copy-1", in: directory)
      let page = RunLog(directory: directory.path).page(start: 0, limit: 9)
      #expect(page.count == 1)
      #expect(page[0].message?.contains("s3cr3t") == false)
    }
  }

  @Test func `where there is none there are no lines`() throws {
    try TemporaryDirectory.with { directory in
      #expect(RunLog(directory: directory.path.appending("not")).page(start: 0, limit: 9).isEmpty)
    }
  }

  @Test func `it is asked for as failed objects are`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let path = "/local/v1/\(ServiceHarness.project)/task"
      let answer = try await service.send(.get, "\(path)/\(id)/log?start=0&limit=10")
      #expect(answer.status == 200 && answer.value.elements.isEmpty)
      let gone = try await service.send(.get, "\(path)/1/log?start=0&limit=10")
      #expect(gone.code == "OMS.0053")
      let whole = try await service.send(.get, "\(path)/\(id)/log")
      #expect(whole.code == "OMS.0051")
    }
  }
}
