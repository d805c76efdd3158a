import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The lines of list files, and where the addresses among them are looked up.
struct ListedLineTests {
  private static func read(_ text: String, _ kind: TaskKind) -> ListedLine {
    ListedLine(Array(text.utf8)[...], of: kind, isPath: false)
  }

  @Test(arguments: [
    ("a/b.txt", "a/b.txt"), ("a%20b%2F%E7%85%A7", "a b/照"), ("100%", "100%"), ("a+b", "a+b"),
    ("a.txt\r", "a.txt"), ("\u{FEFF}first", "first"), (" led by a blank", " led by a blank"),
    ("tab%09in", "tab\tin"), ("folder/", "folder/"),
  ])
  func `a line of a list is the URL-encoded key of an object`(line: String, key: String) {
    #expect(Self.read(line, .list) == .object(key: key, address: ""))
  }

  @Test(arguments: ["", "\r", "  ", "\t"], [TaskKind.list, .urlList])
  func `a line with nothing in it is none`(line: String, kind: TaskKind) {
    #expect(Self.read(line, kind) == .blank)
  }

  @Test(arguments: [
    ("http://h/a\tb", "b", "http://h/a"),
    ("https://h:8443/a?sig=x%2F\tdir/b%20c.txt\r", "dir/b c.txt", "https://h:8443/a?sig=x%2F"),
    ("HTTP://h\tb", "b", "HTTP://h"),
  ])
  func `a line of addresses has one, a tab and a key`(line: String, key: String, address: String) {
    #expect(Self.read(line, .urlList) == .object(key: key, address: address))
  }

  @Test(
    arguments: [
      (.urlList, "http://h/a"), (.urlList, "http://h/a\t"), (.urlList, "http://h/a b"),
      (.urlList, "http://h/a\tb\tc"), (.urlList, "ftp://h/a\tb"), (.urlList, "/etc/passwd\tb"),
      (.urlList, "file:///etc/passwd\tb"), (.urlList, "http:///a\tb"), (.urlList, "http://h/ä\tb"),
      (.urlList, "http://h/a\t../b"), (.urlList, "http://h/a\t/b"), (.urlList, "http://h/a\tb//c"),
      (.urlList, "http://h/a\tb/"), (.urlList, "http://h/a\tb%0Ac"), (.urlList, "http://h/a\t␉"),
      (.list, "a%0Ab"), (.list, "a%00b"), (.list, String(repeating: "k", count: 1025)),
    ] as [(TaskKind, String)])
  func `what cannot be moved is told with the reason`(kind: TaskKind, line: String) {
    guard case .unusable(_, let reason) = Self.read(line, kind) else {
      Issue.record("\(Self.read(line, kind))")
      return
    }
    #expect(reason.hasSuffix("."))
  }

  @Test func `a line that is no address shows nothing that may be a signature`() {
    let line = Self.read("http://h/a?sig=SECRET", .urlList)
    #expect(!"\(line)".contains("SECRET"))
  }

  @Test func `a line that is not UTF-8 keeps its bytes`() {
    let line = ListedLine([0x61, 0xFF], of: .list, isPath: false)
    #expect(
      line == .unusable(name: NameBytes.text([0x61, 0xFF]), reason: "The line is not UTF-8."))
  }

  @Test func `an address is found by the name of its object, the first of two`() async throws {
    try await TemporaryDirectory.with { directory in
      let list = UnmovedFile(directory.path.appending("list"))
      _ = try list.write { lines in
        for (name, url) in [("a", "http://1"), ("dir/b", "http://2"), ("a", "http://3")] {
          try lines.add(name, url)
        }
      }
      for _ in 0..<2 {
        let book = try AddressBook(list, in: directory.path.appending("book"))
        #expect(try await book.address(of: "a") == "http://1")
        #expect(try await book.address(of: "dir/b") == "http://2")
        #expect(try await book.address(of: "b") == nil)
      }
    }
  }

  @Test func `a last line without an end is a line`() {
    var splitter = LineSplitter()
    var lines: [String] = []
    let take = { (line: ArraySlice<UInt8>) in lines.append(String(decoding: line, as: UTF8.self)) }
    for piece in ["on", "e\ntw", "o"] { splitter.take(Array(piece.utf8)[...], take) }
    splitter.finish(take)
    splitter.finish(take)
    #expect(lines == ["one", "two"])
  }
}
