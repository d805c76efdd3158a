import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What OMS has no place for.
struct UnmovedRouteTests {
  @Test func `the objects that were not moved are told one by one with their reasons`() async throws
  {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let failure = TaskFailure(code: "TRF.0062", message: "no")
      service.mover.end(
        id, .failed(failure), failed: ["a", "b", NameBytes.text([0x62, 0xFF])], leftOut: ["link"])
      try await service.wait(for: id, status: 4)
      let path = "/local/v1/\(ServiceHarness.project)/task/\(id)"
      let failed = try await service.send(.get, "\(path)/failed-objects?start=1&limit=10").value
      #expect(failed.elements.map { $0["object_key"] } == [.text("b"), .text(#"b\xFF"#)])
      #expect(failed.elements.first?["reason"] == .text("It failed."))
      let left = try await service.send(.get, "\(path)/left-out-objects?start=0&limit=10").value
      #expect(left.elements.map { $0["object_key"] } == [.text("link")])
    }
  }

  @Test(arguments: [
    ("task/1/failed-objects?start=0&limit=10", "OMS.0053"),
    ("task/x/failed-objects?start=0&limit=10", "OMS.0054"),
    ("task/1/failed-objects", "OMS.0051"), ("task/1/left-out-objects?totalcount=true", "OMS.0051"),
  ])
  func `what cannot be answered is refused as elsewhere`(path: String, code: String) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.get, "/local/v1/\(ServiceHarness.project)/\(path)")
      #expect(answer.code == code)
    }
  }
}
