import Words

/// A page of help as the parser lays it out, in the language of this run.
struct HelpPage {
  /// The page.
  let text: String

  /// Puts what is said in this language in the place of what the parser says by itself, and the
  /// example on one line again, so that it can be copied.
  init(_ page: String) {
    let tongue = Spoken.tongue
    let own = tongue.helpFrame.reduce(page) { $0.replacing($1.english, with: $1.own) }
    var lines: [String] = []
    for line in own.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty, let last = lines.last, last.hasPrefix(tongue.example) {
        lines[lines.count - 1] = "\(last) \(line)"
      } else {
        lines.append(String(line))
      }
    }
    text = lines.joined(separator: "\n")
  }
}
