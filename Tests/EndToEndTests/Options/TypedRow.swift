import Testing

/// A command as it is typed, and what is to come of it.
struct TypedRow {
  /// What is typed behind the program's name.
  var words: String
  /// The exit status.
  var status: Int32 = 0
  /// What it says, on standard output when it does well and on standard error else.
  var says = ""

  init(_ words: String, status: Int32 = 0, says: String = "") {
    self.words = words
    self.status = status
    self.says = says
  }

  /// The arguments, with each word in braces replaced.
  func arguments(_ own: [String: String] = [:]) -> [String] {
    words.split(separator: " ").map { word in
      own.reduce(String(word)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
  }

  /// Makes sure that what has come of it is what was to come.
  func expect(
    _ outcome: FerryHome.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      outcome.status == status, "\(words): \(outcome.output)\(outcome.error)",
      sourceLocation: sourceLocation)
    let said = status == 0 ? outcome.output : outcome.error
    #expect(
      says.isEmpty || said.contains(says), "\(words): \(outcome.output)\(outcome.error)",
      sourceLocation: sourceLocation)
  }
}
