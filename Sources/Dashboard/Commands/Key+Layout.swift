import Canvas
import Migration

extension Key {
  /// The key at the same place of a Latin keyboard, or `nil` when there is none.
  ///
  /// For layouts and full-width input methods that a user forgot to turn off; not for text entry.
  var onLatinKeyboard: Key? {
    guard case .character(let character) = self else { return nil }
    let narrow = character.halfWidth
    return narrow == character
      ? Self.cyrillic[character].map(Key.character) : .character(narrow)
  }

  /// Whether it is the key of a letter, on whatever keyboard.
  func isKey(of letter: Character) -> Bool {
    [self, onLatinKeyboard].contains(Key.character(letter))
  }

  private static let cyrillic: [Character: Character] = {
    let lower = zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")
    let upper = zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")
    return Dictionary(uniqueKeysWithValues: Array(lower) + Array(upper))
  }()
}
