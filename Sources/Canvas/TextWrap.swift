/// Breaks a text into lines of at most `width` columns, between words where it can.
///
/// - Parameters:
///   - text: The text; a line break in it is shown as a mark and breaks nothing.
///   - width: Columns; less than 2 counts as 2, the width of one wide character.
///   - limit: The most lines, at least 1; the last one then ends in an ellipsis.
/// - Returns: At least one line.
package func wrap(_ text: String, width: Int, limit: Int = .max) -> [String] {
  let width = max(2, width)
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    var rest = word
    while !rest.isEmpty {
      let length = columns(of: String(rest), limit: width + 1)
      let gap = used == 0 ? 0 : 1
      if used + gap + length <= width {
        line += (gap == 1 ? " " : "") + rest
        used += gap + length
        rest = ""
      } else if used > 0 {
        lines.append(line)
        (line, used) = ("", 0)
      } else {
        let head = prefix(of: rest, columns: width)
        lines.append(String(head))
        rest = rest[head.endIndex...]
      }
      if lines.count >= limit { return shortened(lines, limit: limit, width: width) }
    }
  }
  return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
}

/// The columns that `text` takes, counted no further than `limit`.
package func columns(of text: String, limit: Int = .max) -> Int {
  layOut(text, limit: limit).count
}

/// The longest beginning of `text` within `columns`, at least one character of it.
private func prefix(of text: Substring, columns width: Int) -> Substring {
  var end = text.startIndex
  var used = 0
  while end < text.endIndex {
    let next = text.index(after: end)
    used += columns(of: String(text[end..<next]))
    if used > width, end > text.startIndex { break }
    end = next
  }
  return text[..<end]
}

private func shortened(_ lines: [String], limit: Int, width: Int) -> [String] {
  var kept = Array(lines.prefix(limit))
  if let last = kept.last {
    kept[kept.count - 1] = prefix(of: last[...], columns: width - 1) + "…"
  }
  return kept
}
