import Canvas

/// Texts of one column, each of which can be cut so that it still does not look like another.
///
/// What is cut first is what a text has in common with others: the places where it begins to differ
/// from each of them stay, with the word around them, and then as much of both its ends as there is
/// room for.
struct Abbreviations {
  private let texts: [[Cell]]
  /// The lengths of the beginnings that each text shares with others, longest first.
  private let shared: [[Int]]
  private let ellipsis: Cell

  /// Texts as they are laid out; equal ones are one text.
  init(_ texts: [[Cell]], isASCII: Bool) {
    self.texts = texts
    ellipsis = Cell(isASCII ? "~" : "…")
    let sorted = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1], by: <) }
    // The beginning that two of them share is the shortest one that neighbours between them share.
    let neighbours = zip(sorted, sorted.dropFirst()).map { commonLength(texts[$0], texts[$1]) }
    var shared = texts.map { _ in Set<Int>() }
    for (place, index) in sorted.enumerated() {
      for way in [Array(neighbours[place...]), neighbours[..<place].reversed()] {
        var length = Int.max
        for next in way {
          length = min(length, next)
          if length < texts[index].count { shared[index].insert(length) }
        }
      }
    }
    self.shared = shared.map { $0.sorted(by: >) }
  }

  /// Whether all of them are the same, so that none is told by it.
  var areAlike: Bool { shared.allSatisfy(\.isEmpty) }

  /// The text at `index` in at most `width` cells.
  func text(_ index: Int, width: Int) -> [Cell] {
    let text = texts[index]
    guard text.count > width else { return text }
    guard width > 1 else { return width == 1 ? [ellipsis] : [] }
    var cut = Cut(text)
    for place in shared[index] { cut.keep(wordAround: place, width: width) }
    cut.growEnds(to: width)
    return cut.cells(ellipsis)
  }
}

private func commonLength(_ one: [Cell], _ other: [Cell]) -> Int {
  zip(one, other).prefix { $0 == $1 }.count
}

/// Any order does in which equal cells are neighbours.
private func < (one: Cell, other: Cell) -> Bool { one.order < other.order }

/// A text of which only parts are kept.
private struct Cut {
  /// The longest part of a word that is kept before and behind the place where it differs.
  private static let mostOfWord = 10

  private let text: [Cell]
  private var isKept: [Bool]
  /// How many cells it takes: those that are kept, and one for each gap.
  private var length = 1

  init(_ text: [Cell]) {
    self.text = text
    isKept = Array(repeating: false, count: text.count)
  }

  /// Keeps the word around a place, if there is room for it in `width` cells.
  mutating func keep(wordAround place: Int, width: Int) {
    var start = place
    while start > 0, place - start < Self.mostOfWord, !text[start - 1].isSeparator { start -= 1 }
    if start > 0, text[start - 1].isSeparator { start -= 1 }
    var end = place + 1
    while end < text.count, end - place < Self.mostOfWord, !text[end - 1].isSeparator { end += 1 }
    for part in [start..<end, place..<place + 1] {
      var longer = self
      for index in part { longer.keep(index) }
      if longer.length <= width { return self = longer }
    }
  }

  /// Keeps as much of both ends as there is room for, the shorter one first.
  mutating func growEnds(to width: Int) {
    while true {
      let head = isKept.firstIndex(of: false) ?? isKept.count
      let tail = isKept.lastIndex(of: false) ?? 0
      guard head < tail else { return }
      var grown = self
      grown.keep(head <= isKept.count - 1 - tail ? head : tail)
      guard grown.length <= width else { return }
      self = grown
    }
  }

  /// What is kept, with a sign for each gap, and blanks for wide characters of which only a half is.
  func cells(_ ellipsis: Cell) -> [Cell] {
    var cells: [Cell] = []
    for (index, cell) in text.enumerated() {
      if isKept[index] {
        let isHalf =
          cell.width == 0 && !isKept[index - 1]
          || cell.width == 2 && !(index + 1 < text.count && isKept[index + 1])
        cells.append(isHalf ? .blank : cell)
      } else if index == 0 || isKept[index - 1] {
        cells.append(ellipsis)
      }
    }
    return cells
  }

  private mutating func keep(_ index: Int) {
    guard !isKept[index] else { return }
    isKept[index] = true
    let isBefore = index == 0 || isKept[index - 1]
    let isBehind = index + 1 == text.count || isKept[index + 1]
    // In the middle of a gap there are two of them then, and one less at both of its ends.
    length += isBefore && isBehind ? 0 : isBefore || isBehind ? 1 : 2
  }
}

extension Cell {
  fileprivate var isSeparator: Bool {
    switch scalar {
    case "/", "-", "_", ".", " ", ":": true
    default: false
    }
  }
}
