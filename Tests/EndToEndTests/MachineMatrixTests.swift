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
      #expect(outcome.output.contains("configuration"), "\(outcome.output)")
    }
  }

  @Test(arguments: Machine.all)
  func `a service runs until it is ended, or tells what keeps it from running`(
    machine: Machine
  ) async throws {
    try await FerryHome.with { home in
      async let ended = home.run(["serve"], on: machine, into: "served")
      if case .works = machine.serving {
        try await waitUntil("an address") {
          home.lines(of: "served").contains { $0.hasPrefix("listening on unix://") }
        }
        for service in home.services { kill(service, SIGTERM) }
      }
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

extension FerryHome {
  /// Runs `ferry` to its end as it is on `machine`; its standard output goes to the file `log`, if one
  /// is named.
  func run(
    _ arguments: [String], on machine: Machine, into log: String? = nil
  ) async throws -> Outcome {
    let redirection = log.map { " >'\(path($0))'" } ?? ""
    let script = "\(machine.before)\nexec \"$0\" \"$@\"\(redirection)"
    let variables = machine.environment.mapValues {
      $0.replacing("HOME_", with: directory.string)
    }
    return try await shell(script, [try Self.program.string] + arguments, environment: variables)
  }
}
