import Foundation
import MigrationService
import SystemPackage
import Testing

@testable import Migration

/// `ferry doctor --store`, with a real S3 server and with directories.
struct StoreProbeTests {
  private struct Found: Decodable {
    var check: String
    var status: String
    var text: String
  }

  private func found(_ outcome: FerryHome.Outcome) throws -> [Found] {
    try outcome.json([Found].self).filter { $0.check == "store" }
  }

  private func files(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func `a store is listed, written to, and left as it was`() async throws {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: 2) { stores in
        let outcome = try await home.ferry(
          ["doctor", "--store", stores.from, "--output", "json"], environment: stores.keys)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
        let found = try found(outcome)
        #expect(found.map(\.status) == ["ok", "ok", "ok", "ok"], "\(found)")
        for (text, words) in zip(
          found.map(\.text), ["2 entries", "4 of 4", "put, read back and deleted", "agrees with"])
        {
          #expect(text.contains(words), "\(text)")
        }
        let bucket = stores.root.appending("source/photos").string
        #expect(try files(bucket) == ["object 0.bin", "object 1.bin"])
        #expect(!(outcome.output + outcome.error).contains(stores.source.keys.secretKey.reveal()))
      }
    }
  }

  @Test func `keys that are refused are a problem, and nothing is written`() async throws {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: 1) { stores in
        let wrong = ["FERRY_DESTINATION_AK": "NOBODY", "FERRY_DESTINATION_SK": "wrong"]
        let outcome = try await home.ferry(
          ["doctor", "--store", stores.to, "--side", "destination"], environment: wrong)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("cannot be listed"), "\(outcome.output)")
        #expect(try files(stores.root.appending("destination/archive").string).isEmpty)
      }
    }
  }

  @Test func `a directory that may only be read does as a source`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("doctor", "--store", "local:/sys/kernel")
      #expect(outcome.output.contains("warning store"), "\(outcome.output)")
      #expect(outcome.output.contains("nothing may be put"))
    }
  }

  @Test func `a directory that is not there is not made`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("doctor", "--store", "local:\(home.path("none"))")
      #expect(outcome.status == 1)
      #expect(!FileManager.default.fileExists(atPath: home.path("none")))
    }
  }

  @Test(arguments: ["photos", "ftp://x/y"])
  func `what is no place is told in one line`(place: String) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("doctor", "--store", place)
      #expect(outcome.status == 64)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    }
  }
}
