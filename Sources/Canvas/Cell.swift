/// One column of one line: a plain value of eight bytes, so that a frame is one piece of memory that
/// is copied and compared as such.
package struct Cell: BitwiseCopyable, Hashable, Sendable {
  /// A scalar, or beyond those a number of ``Clusters``.
  private var content: UInt32
  /// How it looks.
  package var style: Style
  /// The columns that `character` takes: 1, 2, or 0 for the right half of a wide character, which
  /// the presenter skips.
  package var width: UInt8

  /// What the cell shows: a base character with its combining marks, never a control character.
  package var character: Character {
    get { Unicode.Scalar(content).map(Character.init) ?? Clusters.character(content) }
    set { content = Self.content(of: newValue) }
  }

  /// Its place in an order of what cells show that is no alphabet's.
  package var order: UInt32 { content }

  /// What it shows when that is a single scalar, as nearly always; `nil` for a character of several.
  package var scalar: Unicode.Scalar? { Unicode.Scalar(content) }

  /// A cell of `width` columns.
  package init(_ character: Character, style: Style = .plain, width: UInt8 = 1) {
    content = Self.content(of: character)
    self.style = style
    self.width = width
  }

  /// A cell of `width` columns that shows a single scalar.
  init(scalar: Unicode.Scalar, style: Style, width: UInt8 = 1) {
    content = scalar.value
    self.style = style
    self.width = width
  }

  /// A cell that shows nothing.
  package static let blank = Cell(" ")

  private static func content(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    return scalars.index(after: scalars.startIndex) == scalars.endIndex
      ? first.value : Clusters.number(character) ?? first.value
  }
}
