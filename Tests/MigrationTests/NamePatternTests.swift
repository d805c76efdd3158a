import TestSupport
import Testing

@testable import Migration

struct NamePatternTests {
  @Test(arguments: [
    ("", "", true), ("a", "", false), ("a", "A", true), ("a|b", "xb", true), ("^a|b$", "ba", false),
    ("a*b", "b", true), ("a+b", "b", false), ("a?b", "ab", true), ("^a{2,3}$", "aaa", true),
    ("^a{2,3}$", "aaaa", false), ("^a{2}$", "a", false), ("^a{2,}$", "aaaaa", true),
    ("^(ab)+$", "ababab", true), ("^(?:a|bc)*d$", "abcbcad", true), ("[a-c]x", "BX", true),
    ("[A-C]x", "bx", true), ("[^a-c]", "abc", false), ("[]]", "]", true), ("[a-]", "-", true),
    ("\\d+", "v12", true), ("^\\D+$", "v12", false), ("\\bcat\\b", "a cat!", true),
    ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), (".", "照", true),
    ("照.$", "照片", true), ("^É", "éa", true), ("a.c", "a\nc", true), ("\\.", "ab", false),
    ("a{0}b", "b", true), ("(a*)*", "b", true), ("(|a)+b", "aab", true), ("a*?b", "aab", true),
  ])
  func `a pattern is found or not`(pattern: String, text: String, isFound: Bool) throws {
    #expect(try NamePattern(pattern).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("(", 1), (")", 0), ("a)", 1), ("[a", 2), ("*", 0), ("a**b", 2), ("(?=a)", 1), ("(?<n>a)", 1),
    ("\\1", 1), ("\\k", 1), ("a{2", 1), ("a{3,1}", 1), ("\\", 1), ("[z-a]", 2), ("a{9999}", 7),
    ("((((a{9}){9}){9}){9})", 20),
  ])
  func `what cannot be matched in bounded time is refused at its place`(
    pattern: String, position: Int
  ) {
    let fault = #expect(throws: NamePattern.Fault.self) { try NamePattern(pattern) }
    #expect(fault?.position == position)
  }

  @Test(arguments: ["(a+)+$b", "(a|a)*b", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*b"])
  func `a pattern with endlessly many ways ends`(pattern: String) throws {
    // With one way after the other this would take longer than anybody waits.
    let text = String(repeating: "a", count: 5000) + "!"
    #expect(try !NamePattern(pattern).isFound(in: text))
  }

  @Test(arguments: [1, 2, 3, UInt64.random(in: 4 ... .max)])
  func `it agrees with the standard library where that is quick`(seed: UInt64) throws {
    var random = Generator(seed: seed)
    let atoms = [
      "a", "b", ".", "[ab]", "[^a]", "(a|b)", "(ab)", "a*", "b+", "c?", "a{1,2}", "^", "$",
    ]
    for _ in 0..<400 {
      let pattern = (0..<Int.random(in: 1...4, using: &random))
        .map { _ in atoms[Int.random(in: 0..<atoms.count, using: &random)] }.joined()
      let text = String(
        (0..<Int.random(in: 0...6, using: &random))
          .map { _ in Array("abc")[Int.random(in: 0..<3, using: &random)] })
      let expected = try text.firstMatch(of: Regex(pattern)) != nil
      #expect(
        try NamePattern(pattern).isFound(in: text) == expected,
        "\(pattern) in \(text), seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, UInt64.random(in: 3 ... .max)])
  func `it does so in many texts of whatever letters, and by more ways than are kept`(
    seed: UInt64
  ) throws {
    var random = Generator(seed: seed)
    // The letters at which each text may still have begun are some two thousand states.
    for pattern in ["a[ab照é]{10}b", "\\ba.{3}\\b", "^[^a]*$", "é|照.b"] {
      let search = PatternSearch(try NamePattern(pattern))
      let standard = try Regex(pattern).ignoresCase().wordBoundaryKind(.simple)
      for _ in 0..<50 {
        let text = String(
          (0..<Int.random(in: 0...40, using: &random))
            .map { _ in Array("aabbAB照É ")[Int.random(in: 0..<9, using: &random)] })
        let expected = try standard.firstMatch(in: text) != nil
        #expect(search.isFound(in: text) == expected, "\(pattern) in \(text), seed \(seed)")
      }
    }
  }
}
