import Canvas

/// The keys behind the bytes that terminals send for them: xterm, tmux, screen, rxvt, the VT family
/// and the Linux console agree on these, in either cursor-key mode.
enum KeyNames {
  /// The key that sends the control character `byte`, or `nil` when it means nothing here.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  /// The key that sends `ESC [ number ~`, or `nil` for an unknown one.
  static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// The key that sends `ESC [` and ends in the letter `final`, or `nil` for an unknown one.
  static func lettered(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"): rxvtArrow(final, .shift)
    default: cursorOrFunction(final)
    }
  }

  /// The key that sends `ESC O` and `byte`, or `nil` for an unknown one.
  ///
  /// The keypad sends its characters in this way.
  static func single(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
    case UInt8(ascii: " "): .character(" ")
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "a")...UInt8(ascii: "d"): rxvtArrow(byte, .control)
    default: cursorOrFunction(byte)
    }
  }

  /// What rxvt holds down when it ends a numbered key in `final`, or `nil` for another end.
  static func rxvtModifiers(_ final: UInt8) -> Modifiers? {
    switch final {
    case UInt8(ascii: "$"): .shift
    case UInt8(ascii: "^"): .control
    case UInt8(ascii: "@"): [.control, .shift]
    default: nil
    }
  }

  private static func rxvtArrow(_ byte: UInt8, _ modifiers: Modifiers) -> Key? {
    cursorOrFunction(byte - 0x20)?.held(with: modifiers)
  }

  private static func cursorOrFunction(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }
}
