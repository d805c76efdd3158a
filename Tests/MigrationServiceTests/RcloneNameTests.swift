import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Names and filter rules in rclone's spelling.
@Suite struct RcloneNameTests {
  @Test(arguments: [
    ("plain/name", "plain/name"), ("tab\there", "tab\u{2409}here"), ("nul\0", "nul\u{2400}"),
    ("del\u{7F}", "del\u{2421}"), ("\u{2409}", "\u{201B}\u{2409}"),
    ("\u{201B}", "\u{201B}\u{201B}"), ("a/./b", "a/\u{FF0E}/b"), ("..", "\u{FF0E}\u{FF0E}"),
    ("...", "..."), ("\u{FF0E}", "\u{201B}\u{FF0E}"), ("\u{FF0F}", "\u{201B}\u{FF0F}"),
    ("a//b/", "a//b/"), ("", ""), ("e\u{301}/\u{301}x", "e\u{301}/\u{301}x"),
  ])
  func `names are spelled and read`(key: String, name: String) {
    #expect(Array(ObjectName.spell(key).utf8) == Array(name.utf8))
    #expect(Array(ObjectName.read(name).utf8) == Array(key.utf8))
  }

  @Test func `a quote before something plain stays`() {
    #expect(ObjectName.read("\u{201B}a\u{201B}") == "\u{201B}a\u{201B}")
  }

  @Test func `glob characters lose their meaning`() throws {
    #expect(try rules(["a*b?[c]{d}\\e"]) == ["+ /a\\*b\\?\\[c\\]\\{d\\}\\\\e", "- /**"])
  }

  @Test func `a blank at the end survives rclone's trimming`() throws {
    #expect(try rules(["a "]) == ["+ /a[ ]", "- /**"])
  }

  @Test func `a line end cannot bring in another rule`() throws {
    #expect(try rules(["a\n+ /b"]) == ["+ /a\u{240A}+ /b", "- /**"])
  }

  @Test func `folders and prefixes take what follows`() throws {
    #expect(try rules(["a/"]) == ["+ /a/**", "- /**"])
    #expect(try rules(["a/b"], kind: .prefix) == ["+ /a/b**", "- /**"])
  }

  @Test(arguments: [[], [""], ["/"], ["a", ""]])
  func `the whole bucket needs no rules`(keys: [String]) throws {
    #expect(try rules(keys).isEmpty)
  }

  private func rules(_ keys: [String], kind: TaskKind = .object) throws -> [String] {
    let source = StorageLocation(provider: "S3", region: "http://a", bucket: "b", keys: keys)
    let destination = StorageLocation(provider: "S3", region: "http://b", bucket: "b")
    return ObjectFilter.rules(
      for: MoveOrder(
        task: TaskID(rawValue: 1), directory: "/x", source: try MoveEnd(source, as: .source),
        destination: try MoveEnd(destination, as: .destination), kind: kind))
  }
}
