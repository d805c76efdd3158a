import Foundation
import Migration
import MigrationService
import Subprocess
import SystemPackage
import Testing
import TestSupport

/// Looks for the keys, tokens and passwords of a whole session in all that the session leaves.
struct SecretSearchTests {
  private static let count = 300

  @Test func `no secret is printed, written, or shown to other processes`() async throws {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: Self.count) { stores in
        var session = SecretSession(home: home, stores: stores)
        try await session.loadService()
        session.searchProcesses()
        try await session.failToStart()
        try await session.showWrongCredentials()
        try await session.giveMalformedAddresses()
        session.searchProcesses()
        try await session.crashService()
        session.searchProcesses()
        session.searchOutputs()
        session.searchFiles()
      }
    }
  }
}
