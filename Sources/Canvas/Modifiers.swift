/// Keys that are held down while another is pressed.
package struct Modifiers: OptionSet, Hashable, Sendable {
  /// A bit a key, as terminals number them.
  package let rawValue: UInt8

  /// The keys that the bits of `rawValue` stand for.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift, unless it makes another character.
  package static let shift = Modifiers(rawValue: 1)
  /// Alt, or what the terminal calls Meta.
  package static let alt = Modifiers(rawValue: 2)
  /// Control, unless it makes a control character.
  package static let control = Modifiers(rawValue: 4)
  /// Any of the others: the logo key, Hyper, Meta.
  package static let others = Modifiers(rawValue: 8 | 16 | 32)

  /// The keys that a terminal reports as `number`, one more than the bits; the locks are no keys
  /// that are held down.
  package init(reported number: Int) {
    self.init(rawValue: UInt8(max(0, min(number, 256) - 1) & 0b11_1111))
  }
}
