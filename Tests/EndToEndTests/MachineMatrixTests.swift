import Foundation
import Subprocess
import SystemPackage
import Testing

/// Every command that reaches for the machine, on every kind of machine: it works, or it tells in one
/// line what keeps it from working.
struct MachineMatrixTests {
  @Test(arguments: Machine.all)
  func `a list works, or tells what keeps it from working`(machine: Machine) async throws {
    try await FerryHome.with { home in
      expect(try await home.run(["list"], on: machine), machine.local)
    }
  }

  @Test(arguments: Machine.all)
  func `a dry creation works, or tells what keeps it from working`(
    machine: Machine
  ) async throws {
    try await FerryHome.with { home in
      try FileManager.default.createDirectory(
        atPath: home.path("from"), withIntermediateDirectories: false)
      let outcome = try await home.run(
        [
          "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))",
          "--dry-run",
        ], on: machine)
      switch machine.local {
      case .works: expect(outcome, .works)
      case .tells: expectNoCrash(outcome)
      }
    }
  }

  @Test(arguments: Machine.all)
  func `the doctor looks at all of it, and finds what is wrong`(machine: Machine) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.run(["doctor"], on: machine)
      expectNoCrash(outcome)
      let isHeard = machine.closed != ">&-"
      #expect(outcome.output.contains("configuration") == isHeard, "\(outcome.output)")
      #expect(isHeard || outcome.error.contains("could not be written"), "\(outcome.error)")
    }
  }

  @Test(arguments: Machine.all)
  func `a service runs until it is ended, or tells what keeps it from running`(
    machine: Machine
  ) async throws {
    try await FerryHome.with { home in
      guard case .works = machine.serving else {
        return expect(try await home.run(["serve"], on: machine), machine.serving)
      }
      async let ended = home.run(["serve"] + machine.serve, on: machine, into: "open/served")
      try await waitUntil("all addresses") {
        home.lines(of: "open/served").count { $0.hasPrefix("listening on ") }
          == (machine.serve.isEmpty ? 1 : 2)
      }
      for service in home.services { kill(service, SIGTERM) }
      expect(try await ended, machine.serving)
    }
  }

  private func expect(
    _ outcome: FerryHome.Outcome, _ fate: Machine.Fate,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectNoCrash(outcome, sourceLocation: sourceLocation)
    switch fate {
    case .works:
      #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: sourceLocation)
    case .tells(let cause):
      #expect([1, 69].contains(outcome.status), sourceLocation: sourceLocation)
      #expect(outcome.error.contains(cause), "\(outcome.error)", sourceLocation: sourceLocation)
      #expect(
        outcome.error.split(separator: "\n").count == 1, "\(outcome.error)",
        sourceLocation: sourceLocation)
    }
  }

  private func expectNoCrash(
    _ outcome: FerryHome.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status >= 0, "\(outcome.error)", sourceLocation: sourceLocation)
    for trace in ["Fatal error", "NSCocoa", "UserInfo", "Swift/"] {
      #expect(!outcome.error.contains(trace), "\(outcome.error)", sourceLocation: sourceLocation)
    }
  }
}
