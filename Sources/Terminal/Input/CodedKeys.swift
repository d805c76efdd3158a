import Canvas

/// The keys that newer protocols send as the code of a character: kitty's, `ESC [ code u`, and
/// xterm's modifyOtherKeys, `ESC [ 27 ; modifiers ; code ~`.
///
/// Nobody here asks for them, but a program that crashed may have.
enum CodedKeys {
  /// The key with this code while `modifiers` are held down, or `nil` when it means nothing here.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - shifted: The code together with Shift, as far as the terminal says it.
  ///   - modifiers: The keys that are held down.
  /// - Returns: The key, with those that give it no name of its own.
  static func key(_ code: Int, shifted: Int? = nil, _ modifiers: Modifiers) -> Key? {
    if let key = named(code) { return key.held(with: modifiers) }
    guard let scalar = typed(code) else { return nil }
    if modifiers.contains(.shift) {
      if let upper = shifted.flatMap(typed) ?? scalar.upper {
        return key(upper, modifiers.subtracting(.shift))
      }
    }
    return key(scalar, modifiers)
  }

  private static func key(_ scalar: Unicode.Scalar, _ modifiers: Modifiers) -> Key? {
    // The old encoding has these under their own names.
    if modifiers.contains(.control), (0x40...0x7E).contains(scalar.value) {
      let key = KeyNames.control(UInt8(scalar.value & 0x1F))
      return key?.held(with: modifiers.subtracting(.control))
    }
    return Key.character(Character(scalar)).held(with: modifiers)
  }

  private static func typed(_ code: Int) -> Unicode.Scalar? {
    guard code >= 0x20, let scalar = Unicode.Scalar(UInt32(code)), scalar.isTypable else {
      return nil
    }
    return scalar
  }

  private static func named(_ code: Int) -> Key? {
    switch code {
    case 9, 13, 27, 127, 8: KeyNames.control(UInt8(code))
    // The keypad, in kitty's part of the private use area.
    case 57399...57413: .character(keypad[code - 57399])
    case 57414: .enter
    case 57415: .character("=")
    case 57417...57426: navigation[code - 57417]
    default: nil
    }
  }

  private static let keypad = Array("0123456789./*-+")
  private static let navigation: [Key] = [
    .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
  ]
}

extension Unicode.Scalar {
  /// Whether a keyboard types it, rather than a key that has no character.
  var isTypable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    default: self != "\u{FFFD}"
    }
  }

  /// The same letter with Shift; `nil` for what is no letter.
  fileprivate var upper: Unicode.Scalar? {
    let upper = properties.uppercaseMapping.unicodeScalars
    return properties.isAlphabetic && upper.count == 1 ? upper.first : nil
  }
}
