import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// A file that is written where somebody said.
struct ExportFileTests {
  private func contents(_ path: FilePath) -> String? {
    FileManager.default.contents(atPath: path.string).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("~/a b.csv", "/home/me/a b.csv"), ("/tmp/x", "/tmp/x"), ("~", "/home/me"),
    ("~you/x", FileManager.default.currentDirectoryPath + "/~you/x"),
    ("a/~/x", FileManager.default.currentDirectoryPath + "/a/~/x"), ("/~/x", "/~/x"),
  ])
  func `a name means a place from the root on`(name: String, path: String) {
    #expect(ExportFile(name, environment: ["HOME": "/home/me"]).path.string == path)
  }

  @Test func `a text is written whole, however long`() throws {
    try TemporaryDirectory.with { directory in
      let file = ExportFile(directory.path.appending("x").string, environment: [:])
      let text = String(repeating: "照片,1\n", count: 300_000)
      try file.write { text }
      #expect(contents(file.path) == text)
    }
  }

  @Test func `what is there already is left as it is`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("mine", to: "x")
      let file = ExportFile(directory.path.appending("x").string, environment: [:])
      #expect(throws: ExportFault.taken) { try file.write { "yours" } }
      #expect(contents(file.path) == "mine")
    }
  }

  @Test func `a link that leads nowhere is something that is there`() throws {
    try TemporaryDirectory.with { directory in
      let (link, target) = (directory.path.appending("x"), directory.path.appending("y"))
      try FileManager.default.createSymbolicLink(
        atPath: link.string, withDestinationPath: target.string)
      #expect(throws: ExportFault.taken) {
        try ExportFile(link.string, environment: [:]).write { "yours" }
      }
      #expect(contents(target) == nil)
    }
  }

  @Test func `a folder that is not there is told in the words of the system`() throws {
    try TemporaryDirectory.with { directory in
      let file = ExportFile(directory.path.appending("no/x").string, environment: [:])
      #expect(throws: ExportFault.unwritten(reason: "no such file or directory")) {
        try file.write { "yours" }
      }
    }
  }

  @Test func `a text that cannot be made leaves no file`() throws {
    try TemporaryDirectory.with { directory in
      let file = ExportFile(directory.path.appending("x").string, environment: [:])
      #expect(throws: ExportFault.self) { try file.write { throw Errno.outOfRange } }
      #expect(contents(file.path) == nil)
    }
  }

  @Test func `one that is called off leaves no file`() async throws {
    try await TemporaryDirectory.with { directory in
      let file = ExportFile(directory.path.appending("x").string, environment: [:])
      let work = Task {
        while !Task.isCancelled { await Task.yield() }
        try file.write { "yours" }
      }
      work.cancel()
      let end = await work.result
      #expect(throws: ExportFault.calledOff) { try end.get() }
      #expect(contents(file.path) == nil)
    }
  }
}
