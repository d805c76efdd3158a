/// A whole piece of what a terminal sends, before anybody asks what it means.
enum Token: Equatable {
  /// A character that was typed.
  case scalar(Unicode.Scalar, isAlt: Bool = false)
  /// A control character, `DEL` among them.
  case control(UInt8, isAlt: Bool = false)
  /// The Escape key.
  case escape
  /// `ESC [` up to its final byte.
  case sequence(ControlSequence, isAlt: Bool)
  /// `ESC O`, perhaps a number, and one byte.
  case single(ControlSequence, isAlt: Bool)
  /// `ESC [ [` and one byte, as the Linux console sends its first function keys.
  case linuxFunction(UInt8)
  /// What was pasted.
  case paste(String)
}
