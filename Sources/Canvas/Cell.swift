/// One column of one line.
package struct Cell: Hashable, Sendable {
  /// What the cell shows: a base character with its combining marks, never a control character.
  package var character: Character
  /// How it looks.
  package var style: Style
  /// The columns that `character` takes: 1, 2, or 0 for the right half of a wide character, which
  /// the presenter skips.
  package var width: UInt8

  /// A cell of `width` columns.
  package init(_ character: Character, style: Style = .plain, width: UInt8 = 1) {
    self.character = character
    self.style = style
    self.width = width
  }

  /// A cell that shows nothing.
  package static let blank = Cell(" ")
}
