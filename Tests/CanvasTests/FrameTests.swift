import Canvas
import Testing

struct FrameTests {
  @Test func `text is cut at both edges`() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.write("abcdefgh", row: 0, column: -2)
    #expect(frame.description == "cdef")
  }

  @Test(arguments: [-1, 1, 99])
  func `text outside the frame is not written`(row: Int) {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.write("abc", row: row, column: 0)
    #expect(frame.description == "")
  }

  @Test func `writing returns the next column`() {
    var frame = Frame(size: Size(rows: 1, columns: 9))
    #expect(frame.write("日a", row: 0, column: 2) == 5)
  }

  @Test func `a wide character that loses a half at an edge becomes a blank`() {
    var frame = Frame(size: Size(rows: 1, columns: 3))
    frame.write("日本", row: 0, column: -1)
    #expect(frame.rows[0].map(\.width) == [1, 2, 0])
    #expect(frame.description == " 本")
  }

  @Test(arguments: [(0, "x"), (1, " x")])
  func `writing over half of a wide character blanks the other half`(column: Int, shown: String) {
    var frame = Frame(size: Size(rows: 1, columns: 2))
    frame.write("日", row: 0, column: 0)
    frame.write("x", row: 0, column: column)
    #expect(frame.description == shown)
    #expect(frame.rows[0].map(\.width) == [1, 1])
  }

  @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1)])
  func `a frame without room takes any writing`(rows: Int, columns: Int) {
    var frame = Frame(size: Size(rows: rows, columns: columns))
    frame.write("日本", row: 0, column: 0)
    frame.drawBox(Rect(row: -1, column: -1, rows: 3, columns: 9), title: "title")
    frame.fill(Rect(row: 0, column: 0, rows: 9, columns: 9), with: Cell("x"))
    #expect(frame.rows.count == rows)
    #expect(frame.rows.allSatisfy { $0.count == columns })
  }

  @Test func `a box has a border, a title and a blank inside`() {
    var frame = Frame(size: Size(rows: 4, columns: 12))
    frame.fill(Rect(frame.size), with: Cell("."))
    let inside = frame.drawBox(Rect(row: 0, column: 0, rows: 3, columns: 11), title: "Stop")
    #expect(inside == Rect(row: 1, column: 2, rows: 1, columns: 7))
    #expect(frame.description == "┌ Stop ───┐.\n│         │.\n└─────────┘.\n............")
  }

  @Test func `in ASCII a box is drawn with what there is`() {
    var frame = Frame(size: Size(rows: 3, columns: 9), isASCII: true)
    frame.drawBox(Rect(frame.size), title: "日本語")
    #expect(frame.description == "+ ??? --+\n|       |\n+-------+")
  }

  @Test func `styles are one letter a cell`() {
    var frame = Frame(size: Size(rows: 1, columns: 8))
    frame.write("ab", row: 0, column: 0, style: Style(.bad))
    frame.write("c", row: 0, column: 2, style: Style(.good, bold: true))
    frame.write("d", row: 0, column: 3, style: Style(reversed: true))
    frame.write("e", row: 0, column: 4, style: Style(underlined: true))
    frame.write("f", row: 0, column: 5, style: Style(bold: true))
    #expect(frame.styles == "bbG#_P..")
  }
}
