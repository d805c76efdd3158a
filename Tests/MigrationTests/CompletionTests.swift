import FoundationEssentials
import Testing

@testable import Migration

struct CompletionTests {
  private func completion(_ text: String) -> Completion {
    Completion(ofFilter: text) { side in
      side == .source ? ["photos", "photos-old", "my videos", "a\"b\\c", ""] : ["archive"]
    }
  }

  /// The filter that Tab makes of `text`, where these are the sources.
  private func completed(_ text: String, _ names: [String]) -> String {
    let completion = Completion(ofFilter: text) { _ in names }
    return completion.common.map { completion.head + $0 } ?? text
  }

  @Test(arguments: [
    ("st", ["state:"]), ("!st", ["!state:"]), ("s", ["state:", "source:", "size>"]),
    ("photos pro", ["progress>"]), ("state:fa", ["state:failed"]),
    ("state:running,st", ["state:running,stopped", "state:running,stopping"]),
    ("source:ph", ["source:photos", "source:photos-old"]), ("source:my", ["source:\"my videos\""]),
    ("!source:a", ["!source:\"a\\\"b\\\\c\""]), ("destination:", ["destination:archive"]),
    ("source:\"my", ["source:\"my videos\""]), ("source:\"my\"", ["source:\"my videos\""]),
    ("source:\"ph", ["source:photos", "source:photos-old"]),
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

  @Test(arguments: [
    ("source:/data/", ["/data/My Photos", "/data/My Videos"], "source:\"/data/My \""),
    ("source:\"/data/My \"", ["/data/My Photos", "/data/My Videos"], "source:\"/data/My \""),
    (
      "source:\"/data/My \"V", ["/data/My Photos", "/data/My Videos"], "source:\"/data/My Videos\""
    ),
    ("source:\"/data/My V", ["/data/My Photos", "/data/My Videos"], "source:\"/data/My Videos\""),
    ("!source:", ["a\"b", "a\"c"], "!source:\"a\\\"\""), ("source:", ["a\"b", "a\\b"], "source:a"),
    ("source:", ["a\t"], "source:\"a\t\""), ("source:", ["a\u{a0}"], "source:\"a\u{a0}\""),
    ("source:", ["\u{301}a", "\u{301}b"], "source:"), ("source:", ["\u{301}a", "b"], "source:b"),
  ])
  func `as far as names agree, a filter has that and nothing open`(
    text: String, names: [String], completed: String
  ) throws {
    #expect(self.completed(text, names) == completed)
  }

  @Test(arguments: [
    "a", "a b", "a ", " a", "a\t", "\ta", "a\n", "a\u{3000}", "a\"", "\"a\"", "a\\", "\\\"", "/a/",
    "!a", "a:b", "a,b", "照片", "зима", "e\u{301}", "\u{301}", "a\"\u{301}", "a\u{200d}", "👩‍👩‍👧",
    "\u{7f}",
  ])
  func `a name is found by what it is completed to, or is not completed`(name: String) throws {
    let completion = Completion(ofFilter: "source:") { _ in [name] }
    for written in completion.words {
      var task = MigrationTask(id: TaskID(rawValue: 1))
      task.source.bucket = name
      // As a command does, which takes off what is around a filter.
      let trimmed = String(
        written.drop(while: \.isWhitespace).reversed()
          .drop(while: \.isWhitespace).reversed())
      let filter = try TaskFilter(trimmed)
      #expect(filter.matches(task, now: .now))
      task.source.bucket = String(name.dropLast())
      #expect(!filter.matches(task, now: .now))
    }
    #expect(completion.words.isEmpty == (name == "\u{301}"))
  }
}
