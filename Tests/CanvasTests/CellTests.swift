import Testing

@testable import Canvas

struct CellTests {
  @Test func `a cell is a plain value of eight bytes`() {
    #expect(MemoryLayout<Cell>.stride == 8)
    #expect(MemoryLayout<Style>.size == 1)
  }

  @Test(arguments: ["a", "é", "e\u{301}", "日", "👍🏽", "👩‍🚀", "\r\n", "\u{10FFFF}"] as [Character])
  func `a cell gives back what was put into it`(character: Character) {
    #expect(Cell(character).character == character)
    var cell = Cell.blank
    cell.character = character
    #expect(cell == Cell(character))
  }

  @Test(arguments: Tone.allCases)
  func `a style gives back what was put into it`(tone: Tone) {
    for (bold, reversed, underlined) in [
      (false, false, false), (true, false, true), (false, true, false), (true, true, true),
    ] {
      let style = Style(tone, bold: bold, reversed: reversed, underlined: underlined)
      #expect(style.tone == tone && style.isBold == bold)
      #expect(style.isReversed == reversed && style.isUnderlined == underlined)
      #expect(Style(index: style.index) == style && style.index < Style.count)
    }
  }

  @Test func `characters that are made up without end take no more than so much memory`() {
    var clusters = Clusters(limit: 2)
    let one = clusters.number(of: "e\u{301}")
    let two = clusters.number(of: "👩‍🚀")
    #expect(one != nil && two != nil && one != two)
    #expect(clusters.number(of: "👍🏽") == nil)
    #expect(clusters.number(of: "e\u{301}") == one)
    #expect(one.map { clusters.character(at: $0) } == "e\u{301}")
    #expect(clusters.character(at: 0x11_0002) == "\u{FFFD}")
  }
}
