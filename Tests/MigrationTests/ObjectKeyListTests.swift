import Testing

@testable import Migration

struct ObjectKeyListTests {
  private func read(_ text: String) throws(ConfigurationError) -> ObjectKeyList {
    try ObjectKeyList(Array(text.utf8), named: "keys.txt")
  }

  @Test(arguments: [
    ("a", ["a"]), ("a\n", ["a"]), ("a\nb/c.jpg", ["a", "b/c.jpg"]), ("a\r\nb\r\n", ["a", "b"]),
    ("\n\na\n\n\nb\n\n", ["a", "b"]), (" a \n\tb", [" a ", "\tb"]), ("照片/一.jpg\n", ["照片/一.jpg"]),
    ("\u{FEFF}a\nb", ["a", "b"]), ("folder/\n/", ["folder/", "/"]),
    ("# no comment", ["# no comment"]),
  ])
  func `each line is a key, as it is written`(text: String, keys: [String]) throws {
    let list = try read(text)
    #expect(list.keys == keys)
    #expect(list.repeated == 0)
  }

  @Test func `a key that stands there again is kept once, and counted`() throws {
    let list = try read("b\na\nb\r\nb\nc")
    #expect(list.keys == ["b", "a", "c"])
    #expect(list.repeated == 2)
  }

  @Test func `two spellings of a letter are two keys, as they are to a bucket`() throws {
    #expect(try read("caf\u{E9}\ncafe\u{301}").keys.map { Array($0.utf8).count } == [5, 6])
  }

  @Test(
    arguments: [
      ([], KeyListFault.empty), (Array("\n\r\n\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
      (Array("a\nb\0c\n".utf8), .line(2, .zeroByte)),
      ([0x61, 10, 10, 0xFF, 10], .line(3, .notUTF8)),
      (Array("a\rb\n".utf8), .line(1, .carriageReturn)),
      (Array("a\n".utf8) + Array(repeating: 0x62, count: 1025), .line(2, .tooLong(limit: 1024))),
      (
        Array(repeating: 0x61, count: ObjectKeyList.mostBytes + 1),
        .tooLarge(limit: ByteCount(rawValue: Int64(ObjectKeyList.mostBytes)))
      ),
    ] as [([UInt8], KeyListFault)])
  func `what is no list of keys is told with its line`(bytes: [UInt8], fault: KeyListFault) {
    #expect(throws: ConfigurationError.keyList(file: "keys.txt", fault)) {
      try ObjectKeyList(bytes, named: "keys.txt")
    }
  }

  @Test func `the longest key is taken, and so are the most keys, but not one more`() throws {
    let longest = String(repeating: "b", count: ObjectKeyList.longestKey)
    #expect(try read(longest).keys == [longest])
    let three = Array("a\nb\nb\nc\n".utf8)
    #expect(try ObjectKeyList(three, named: "k", mostKeys: 3).keys == ["a", "b", "c"])
    #expect(throws: ConfigurationError.keyList(file: "k", .tooMany(limit: 2))) {
      try ObjectKeyList(three, named: "k", mostKeys: 2)
    }
  }
}
