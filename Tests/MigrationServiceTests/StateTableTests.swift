import OMSWire
import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Section 8 of the v1 reference: what is answered to an operation in a state.
struct StateTableTests {
  enum State: String, Sendable, CaseIterable {
    case initialising, waiting, running, pausing, paused, failed, succeeded
  }

  enum Operation: String, Sendable, CaseIterable {
    case start, stop, changeBandwidth, delete
  }

  /// A cell of the table; `nil` stands for success.
  struct Cell: Sendable, CustomTestStringConvertible {
    let state: State
    let operation: Operation
    let code: String?

    var testDescription: String { "\(operation) while \(state): \(code ?? "ok")" }
  }

  static let table: [Cell] = {
    let rows: [State: [String?]] = [
      .initialising: ["OMS.0065", "OMS.0066", nil, nil],
      .waiting: ["OMS.0065", "OMS.0066", nil, nil],
      .running: ["OMS.0065", nil, nil, "OMS.0063"],
      .pausing: ["OMS.0065", "OMS.0066", nil, "OMS.0063"],
      .paused: [nil, "OMS.0066", nil, nil],
      .failed: [nil, "OMS.0066", nil, nil],
      .succeeded: ["OMS.0070", "OMS.0070", "OMS.0086", nil],
    ]
    return State.allCases.flatMap { state in
      zip(Operation.allCases, rows[state] ?? []).map { operation, code in
        Cell(state: state, operation: operation, code: code)
      }
    }
  }()

  @Test func `the table has seven states and four operations`() {
    #expect(Self.table.count == 28)
  }

  @Test(arguments: table)
  func `an operation is answered as the table says`(cell: Cell) async throws {
    let mover = FakeMover(onStop: cell.state == .pausing ? .ignore : .stop)
    try await ServiceHarness.with(mover: mover, settings: EngineSettings(maxRunning: 1)) {
      service in
      let id = try await task(in: cell.state, service)
      let before = try await service.show(id)
      let answer = try await carryOut(cell.operation, on: id, service)
      if let code = cell.code {
        #expect(answer.status == 400)
        #expect(answer.code == code)
        let after = try await service.show(id)
        #expect(after["status"] == before["status"])
      } else {
        #expect(answer.status == (cell.operation == .delete ? 204 : 200))
        #expect(answer.text.isEmpty)
      }
    }
  }

  private func task(in state: State, _ service: ServiceHarness) async throws -> TaskID {
    switch state {
    case .initialising:
      // This service never shows one that is not ready to wait, but a database of an earlier version
      // may have one.
      _ = try await service.createMoving()
      let id = TaskID(rawValue: 999_999_999_999_999)
      let definition = try CreateRequest(body: .init(Bodies.create().utf8), in: .v1).definition
      var task = StoredTask(
        id: id, project: ServiceHarness.project, name: "n", definition: definition,
        queuedAt: service.engine.now())
      task.state = .initialising
      let new = task
      try await service.engine.turn { machine, _ in
        try machine.commit([.add(new, TransferKeys())])
      }
      return id
    case .waiting:
      _ = try await service.createMoving()
      let id = try await service.create()
      try await service.wait(for: id, status: 1)
      return id
    case .running:
      return try await service.createMoving()
    case .pausing:
      let id = try await service.createMoving()
      let answer = try await service.operate(id, "stop")
      try #require(answer.status == 200)
      return id
    case .paused:
      let id = try await service.createMoving()
      _ = try await service.operate(id, "stop")
      try await service.wait(for: id, status: 3)
      return id
    case .failed:
      let id = try await service.createMoving()
      service.mover.end(id, .failed(TaskFailure(code: "TRF.0001", message: "no")))
      try await service.wait(for: id, status: 4)
      return id
    case .succeeded:
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      return id
    }
  }

  private func carryOut(
    _ operation: Operation, on id: TaskID, _ service: ServiceHarness
  ) async throws -> Answer {
    switch operation {
    case .start: try await service.operate(id, "start", Bodies.keys)
    case .stop: try await service.operate(id, "stop")
    case .changeBandwidth: try await service.operate(id, "change_bandwidthpolicy")
    case .delete: try await service.task(.delete, "/\(id)")
    }
  }
}
