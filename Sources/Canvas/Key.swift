/// One thing that a user did at the terminal.
package enum Key: Hashable, Sendable {
  /// A printable character, as typed; the space bar is `.character(" ")`.
  case character(Character)
  /// Control and a lower-case letter or one of `[ ] \ ^ _`; Tab, Enter, Escape and Backspace have
  /// their own cases.
  case control(Character)
  /// An arrow key.
  case up, down, left, right
  /// A key of the navigation block.
  case home, end, pageUp, pageDown, insert, delete
  /// A key that ends, leaves or corrects an entry.
  case enter, escape, backspace
  /// Tab, and Tab with Shift.
  case tab, backTab
  /// A function key, from 1.
  case function(Int)
  /// A key together with others that are held down and that give it no name of its own: Alt and a
  /// letter, Control and Delete. Never nested, never with an empty set.
  indirect case with(Modifiers, Key)
  /// Text that was pasted in one piece (bracketed paste).
  case paste(String)
}

extension Key {
  /// What `self` is while `modifiers` are held down, by its own name if it has one.
  package func held(with modifiers: Modifiers) -> Key {
    switch (self, modifiers) {
    case (_, []): self
    case (.tab, .shift), (.backTab, .shift): .backTab
    case (.with(let others, let key), _): .with(others.union(modifiers), key)
    default: .with(modifiers, self)
    }
  }
}
