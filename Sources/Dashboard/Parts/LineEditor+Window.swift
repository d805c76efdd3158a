import Canvas

extension LineEditor {
  /// The part of the line that is shown where it is longer than its room, the cursor always in it.
  ///
  /// - Parameters:
  ///   - width: The room in columns.
  ///   - sign: What stands before the line.
  ///   - isASCII: Whether only ASCII can be shown.
  /// - Returns: The cells, no more than `width`, and the column of the cursor.
  func window(
    width: Int, behind sign: String = "", isASCII: Bool
  ) -> (cells: [Cell], cursor: Int) {
    let place = columns(of: sign + before)
    let overflow = max(0, place + 1 - width)
    let cells = layOut(sign + text, isASCII: isASCII).dropFirst(overflow)
    return (Array(cells.prefix(max(0, width))), min(place - overflow, max(0, width - 1)))
  }
}
