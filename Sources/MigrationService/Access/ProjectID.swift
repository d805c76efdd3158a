/// What a project id may look like.
enum ProjectID {
  /// Whether `text` can be one: 1 to 64 letters, digits, `-` and `_`.
  static func isValid(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
      }
  }
}
