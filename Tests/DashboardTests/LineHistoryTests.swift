import Canvas
import Testing

@testable import Dashboard

/// Lines of before, and the way through them.
struct LineHistoryTests {
  /// The lines that `keys` lead to from `typed`, where there is one.
  private func lines(_ entered: [String], from typed: String, _ keys: [Key]) -> [String?] {
    var history = LineHistory()
    for line in entered { history.add(line) }
    var line = typed
    return keys.map { key in
      let found = history.step(by: key, from: line)
      line = found ?? line
      return found
    }
  }

  @Test(arguments: [(Key.up, Key.down), (.control("p"), .control("n"))])
  func `the line that was being typed is behind all others`(back: Key, on: Key) {
    #expect(
      lines(["a", "b"], from: "c", [on, back, back, back, on, on, on])
        == [nil, "b", "a", nil, "b", "c", nil])
  }

  @Test func `what says nothing, or the same as the line before, is not kept`() {
    #expect(
      lines(["a", "", "a", " ", "b", "a"], from: "", [.up, .up, .up, .up]) == ["a", "b", "a", nil])
  }

  @Test func `whoever is at the line that was entered last goes on to the one before`() {
    #expect(lines(["a", "b"], from: "b", [.up, .up, .down]) == ["a", nil, "b"])
    #expect(lines(["a"], from: "a", [.up, .down]) == [nil, nil])
  }

  @Test func `a line that was changed on the way keeps its change`() {
    var history = LineHistory()
    history.add("a")
    #expect(history.step(by: .up, from: "b") == "a")
    #expect(history.step(by: .down, from: "ax") == "b")
    #expect(history.step(by: .up, from: "b") == "ax")
  }

  @Test func `the newest hundred are kept`() {
    let all = (0..<150).map(String.init)
    let back = lines(all, from: "", Array(repeating: .up, count: 120)).compactMap(\.self)
    #expect(back == all.suffix(LineHistory.most).reversed())
  }

  @Test(arguments: [Key.left, .enter, .character("p"), .pageUp, .paste("a"), .control("r")])
  func `no other key goes through them`(key: Key) {
    #expect(lines(["a"], from: "", [key]) == [nil])
  }
}
