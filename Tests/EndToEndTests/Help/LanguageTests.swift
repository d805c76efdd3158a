import Foundation
import Testing

/// The command line in 简体中文.
struct LanguageTests {
  private static let chinese = ["FERRY_LANG": "zh"]

  /// What the parser says by itself, for which there is something in the frame of a page.
  private static let parsers: Set = ["Show the version.", "Show help information."]

  @Test func `the help of every command and of every option is Chinese`() async throws {
    try await FerryHome.with { home in
      for command in try await HelpedCommand.all(in: home, environment: Self.chinese) {
        #expect(command.abstract?.hasChinese == true, "'\(command.words)'")
        #expect(command.discussion?.contains("示例：ferry") == true, "'\(command.words)'")
        for argument in command.arguments ?? [] {
          let abstract = argument.abstract ?? ""
          #expect(
            abstract.hasChinese || abstract.isEmpty || Self.parsers.contains(abstract),
            "'\(command.words)': \(abstract)")
        }
      }
    }
  }

  @Test(arguments: [["--help"], ["create", "--help"], ["help", "group"], ["serve", "-h"]])
  func `a page of help says nothing in English around it, and its example is one line`(
    arguments: [String]
  ) async throws {
    try await FerryHome.with { home in
      let page = try await home.ferry(arguments, environment: Self.chinese)
      #expect(page.status == 0 && page.error.isEmpty)
      for word in ["USAGE", "OPTIONS", "SUBCOMMANDS", "OVERVIEW", "Show ", "(default: ", "See "] {
        #expect(!page.output.contains(word), "\(page.output)")
      }
      let english = try await home.ferry(arguments)
      #expect(english.output.contains("USAGE: ") && !english.output.hasChinese)
      let examples = english.output.split(separator: "\n").filter { $0.hasPrefix("Example: ") }
      let dumped = try await HelpedCommand.all(in: home).compactMap(\.example)
      #expect(examples.count == 1)
      #expect(examples.allSatisfy { dumped.contains(String($0.dropFirst("Example: ".count))) })
    }
  }

  @Test(arguments: [
    (["list", "--filtre", "x"], "没有选项 '--filtre'；是指 '--filter' 吗？"),
    (["list", "--nothing-like-it", "x"], "没有选项 '--nothing-like-it'"),
    (["list", "--limit"], "缺少 '--limit <limit>' 的值"), (["list", "x"], "多余的参数 'x'"),
    (["list", "x", "y"], "2 个多余的参数：'x', 'y'"), (["show"], "缺少参数 '<id>'"),
    (["list", "--limit", "many"], "值 'many' 不能用于 '--limit <limit>'"),
    (["list", "--output", "xml"], "值 'xml' 不能用于 '--output <output>'；可选 table、json、csv"),
    (["--color", "x"], "值 'x' 不能用于 '--color <color>'；可选 auto、always、never"),
    (["stop", "--yes=1", "5"], "选项 '--yes' 不带值，却给出了 '1'"),
  ])
  func `what is wrong with what was typed is said in Chinese, with the same exit status`(
    arguments: [String], words: String
  ) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(arguments, environment: Self.chinese)
      let english = try await home.ferry(arguments)
      #expect(outcome.status == 64 && english.status == 64)
      #expect(outcome.error.hasPrefix("ferry: \(words)；请看"), "\(outcome.error)\(english.error)")
      #expect(outcome.error.split(separator: "\n").count == 1 && !english.error.hasChinese)
    }
  }

  @Test(arguments: ["en", "zh"], [40, 80, 133])
  func `no line of help is wider than the terminal, but for its example`(
    language: String, columns: Int
  ) async throws {
    try await FerryHome.with { home in
      for command in ["list", "create", "watch", "serve"] {
        let page = try await home.ferry(
          [command, "--help"], environment: ["FERRY_LANG": language, "COLUMNS": "\(columns)"])
        let lines = page.output.split(separator: "\n")
        let isExample = { (line: Substring) in
          line.hasPrefix("Example: ") || line.hasPrefix("示例：")
        }
        // The names of some options are longer than half a narrow terminal.
        for line in lines where !isExample(line) && line.prefix(26).last == " " {
          #expect(cells(line) <= max(columns, 46), "\(line)")
        }
        #expect(lines.contains(where: isExample))
      }
    }
  }

  /// The columns that a line takes, by the width of Chinese signs.
  private func cells(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.properties.isIdeographic || (0x3000...0xFF60).contains(scalar.value) ? 2 : 1)
    }
  }

  @Test(arguments: [
    ["list"], ["show", "103"], ["group", "list"], ["group", "show", "g"], ["sync", "list"],
    ["sync", "show", "s"], ["buckets"], ["ls", "aws://photos?region=eu-1"], ["profiles"],
    ["stop", "102", "--dry-run"], ["history"],
    ["create", "--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r", "--dry-run"],
  ])
  func `titles, labels and results are Chinese, and states are the words of filters`(
    arguments: [String]
  ) async throws {
    try await V2Session.with(
      [ServedTask(103, "photos", status: 4), ServedTask(102, "videos", status: 3)],
      groups: [ServedGroup("g", "")], syncs: [ServedSync("s", from: "photos")],
      contents: ["photos": ["top": 1]]
    ) { session in
      try session.makeDefault()
      let outcome = try await session.home.ferry(
        arguments, environment: V2Session.keys.merging(Self.chinese) { $1 })
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
      #expect(outcome.output.hasChinese, "\(outcome.output)")
      let english = ["NAME", "STATE", "source", "objects", "progress", "dry run", "OUTCOME"]
      for word in english { #expect(!outcome.output.contains(word), "\(outcome.output)") }
      if arguments == ["list"] { #expect(outcome.output.contains("failed")) }
    }
  }
}

extension StringProtocol {
  /// Whether there is a Chinese character in it.
  var hasChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
