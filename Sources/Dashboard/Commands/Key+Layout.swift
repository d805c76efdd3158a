import Canvas

extension Key {
  /// The key at the same place of a Latin keyboard, or `nil` when there is none.
  ///
  /// For layouts and full-width input methods that a user forgot to turn off; not for text entry.
  var onLatinKeyboard: Key? {
    guard case .character(let character) = self,
      let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1
    else { return nil }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) }
    }
    return Self.cyrillic[character].map(Key.character)
  }

  private static let cyrillic: [Character: Character] = {
    let lower = zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")
    let upper = zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")
    return Dictionary(uniqueKeysWithValues: Array(lower) + Array(upper))
  }()
}
