extension Character {
  /// What a key types once an input method is off that has ASCII in a form as wide as Chinese signs; any
  /// other character is itself.
  package var halfWidth: Character {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return self }
    switch scalar.value {
    case 0x3000: return " "
    // The block has them in the order of ASCII.
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default: return self
    }
  }
}

extension String {
  /// The text with every character in the form that is not wide.
  package var halfWidth: String { String(map(\.halfWidth)) }
}
