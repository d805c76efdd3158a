import Foundation
import Testing

extension CreateTests {
  @Test func `of a source that is one file the example is that file, which arrives so`()
    async throws
  {
    try await FerryHome.with { home in
      try files(["one"], in: home.path("from"))
      let arguments = [
        "create", "--from", "local:\(home.path("from/one"))", "--to", "local:\(home.path("to"))",
      ]
      let told = try await home.ferry(arguments + ["--dry-run"])
      let example = "\(home.path("from/one")) → \(home.path("to/one"))"
      #expect(told.output.contains(example), "\(told.output)\(told.error)")
      let made = try await home.ferry(arguments)
      #expect(made.status == 0, "\(made.error)")
      #expect(try await home.ferry("wait", id(made), "--timeout", "60s").status == 0)
      #expect(FileManager.default.fileExists(atPath: home.path("to/one")))
    }
  }

  @Test func `a directory that is not there is said to be missing, by its path`() async throws {
    try await FerryHome.with { home in
      let gone = home.path("gone")
      let listed = try await home.ferry("ls", "local:\(gone)")
      let counted = try await home.ferry(
        "create", "--from", "local:\(gone)", "--to", "local:\(home.path("to"))", "--dry-run")
      for outcome in [listed, counted] {
        #expect(outcome.status == 1)
        #expect(
          outcome.error.contains("the directory “\(gone)” does not exist"), "\(outcome.error)")
      }
    }
  }
}
