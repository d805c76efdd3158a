import Testing

@testable import Migration

struct FilterCompletionTests {
  private func completion(_ text: String) -> FilterCompletion {
    FilterCompletion(of: text) { side in
      side == .source ? ["photos", "photos-old", "my videos", "a\"b\\c", ""] : ["archive"]
    }
  }

  @Test(arguments: [
    ("st", ["state:"]), ("!st", ["!state:"]), ("s", ["state:", "source:", "size>"]),
    ("photos pro", ["progress>"]), ("state:fa", ["state:failed"]),
    ("state:running,st", ["state:running,stopped", "state:running,stopping"]),
    ("source:ph", ["source:photos", "source:photos-old"]), ("source:my", ["source:\"my videos\""]),
    ("!source:a", ["!source:\"a\\\"b\\\\c\""]), ("destination:", ["destination:archive"]),
    ("name:x", []), ("id:1", []), ("colour:", []), ("/st", []), ("\"st", []), ("\"a\" zz", []),
  ])
  func `a word goes on with what there is`(text: String, words: [String]) {
    #expect(completion(text).words == words)
  }

  @Test(arguments: ["", "photos "])
  func `before a word stands every key`(text: String) {
    #expect(
      completion(text).words == [
        "state:", "name:", "source:", "destination:", "id:", "group:", "progress>", "failed>",
        "size>", "age>",
      ])
  }

  @Test(arguments: ["st", "photos st", "a  state:fa", "!source:a", "state:running,st", "size>"])
  func `what stands before the word stays, and what it becomes is understood`(text: String) throws {
    let completion = completion(text)
    #expect(text.hasPrefix(completion.head))
    for word in completion.words where !":>".contains(word.last ?? ":") {
      _ = try TaskFilter(completion.head + word)
    }
  }
}
