import Canvas

extension Key {
  /// The key at the same place of a Latin keyboard, when another layout or a full-width input
  /// method is on; `nil` when there is none. Text entry must not use it.
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
