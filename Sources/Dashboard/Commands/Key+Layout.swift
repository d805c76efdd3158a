import Canvas
import Migration

extension Key {
  /// The key at the same place of a Latin keyboard, or `nil` when there is none that is known.
  ///
  /// For layouts and input methods that a user forgot to turn off; not for text entry, and only for a key
  /// that means nothing by itself.
  var onLatinKeyboard: Key? {
    guard case .character(let character) = self else { return nil }
    let narrow = character.halfWidth
    return narrow == character ? Self.latin[character].map(Key.character) : .character(narrow)
  }

  /// Whether it is the key of a letter, on whatever keyboard.
  func isKey(of letter: Character) -> Bool {
    [self, onLatinKeyboard].contains(Key.character(letter))
  }

  /// What other layouts have on the keys of a Latin one.
  private static let layouts: [(other: String, latin: String)] = [
    // Russian, with `/` and `?` where it has a full stop and a comma.
    ("ёйцукенгшщзхъфывапролджэячсмитьбю.", "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"),
    ("ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,", "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"),
    // Ukrainian, where it is not as Russian.
    ("їіє", "]s'"), ("ЇІЄ", "}S\""),
    // Greek; its q is a sign that Latin keyboards have as well.
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    // Chinese, where it is not only wide.
    ("《》", "<>"),
  ]

  private static let latin: [Character: Character] = Dictionary(
    uniqueKeysWithValues: layouts.flatMap { zip($0.other, $0.latin) })
}
