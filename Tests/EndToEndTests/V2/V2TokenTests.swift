import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// The token of temporary keys, for whoever types keys on a terminal.
struct V2TokenTests {
  private static let asked = "Token of the temporary key of the source (not shown):"
  private static let offered = "Token of the source, if its key is temporary (not shown):"

  @Test(
    arguments: [
      ("ASIAEXAMPLE", asked, "typed-token"), ("STS.EXAMPLE", asked, "typed-token"),
      ("AKIAEXAMPLE", nil, nil), ("LTAIEXAMPLE", nil, nil), ("EXAMPLE", offered, nil),
      ("EXAMPLE", offered, "typed-token"),
    ] as [(String, String?, String?)])
  func `a token is asked for where a key calls for it, and taken where it may`(
    key: String, question: String?, token: String?
  ) async throws {
    try await V2Session.with { session in
      let keys = V2Session.keys.filter { !$0.key.hasPrefix("FERRY_SOURCE") }
      let command = [
        try FerryHome.program.string, "create", "--from", "aws://photos?region=eu-1", "--to",
        "obs://b?region=r", "--api", "v2",
      ]
      try await TerminalSession.run(
        command + session.address, environment: session.home.environment.merging(keys) { $1 },
        size: Size(rows: 24, columns: 200)
      ) { terminal in
        try await terminal.waitFor(text: "Access key of the source:")
        try await terminal.type(key)
        try await terminal.press("Enter")
        try await terminal.waitFor(text: "Secret key of the source (not shown):")
        try await terminal.type("typed-secret")
        try await terminal.press("Enter")
        if let question {
          try await terminal.waitFor(text: question)
          try await terminal.type(token ?? "")
          try await terminal.press("Enter")
        }
        #expect(try await terminal.waitForEnd() == .exited(0))
        let text = try await terminal.screen().text
        #expect(!text.contains("typed-") && text.contains("Token") == (question != nil), "\(text)")
      }
      let sent = await session.service.seen.last { $0.call == "POST tasks" }?.body?["src_node"]
      #expect(sent?["ak"] == .text(key))
      #expect(sent?["security_token"] == token.map { .text($0) })
    }
  }
}
