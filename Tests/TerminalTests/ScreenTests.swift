import CNcurses
import Canvas
import Testing

@testable import Terminal

/// Without a terminal: ncurses draws into its own memory, which is read back.
@MainActor
@Suite(.serialized)
struct ScreenTests {
  private func withScreen(type: String = "xterm-256color", _ body: (Screen) -> Void) throws {
    var options = TerminalOptions(environment: ["TERM": type])
    options.path = "/dev/null"
    let screen = try Screen(options)
    defer { screen.close() }
    body(screen)
  }

  private func frame(_ text: String, row: Int = 0, size: Size) -> Frame {
    var frame = Frame(size: size)
    for (column, character) in text.enumerated() { frame[row, column] = Cell(character) }
    return frame
  }

  private func scalars(_ row: Int, _ columns: Range<Int>) -> [UInt32] {
    columns.map { UInt32(bitPattern: cn_character(Int32(row), Int32($0))) }
  }

  @Test(arguments: ["plain", "héllo", "│┌─┐", "«»…"])
  func `a row reads back as it was drawn`(text: String) throws {
    try withScreen { screen in
      screen.present(frame(text, row: 3, size: screen.size))
      #expect(scalars(3, 0..<text.count) == text.unicodeScalars.map(\.value))
    }
  }

  @Test func `a wide character takes two columns and moves nothing`() throws {
    try withScreen { screen in
      var frame = frame("a..b", size: screen.size)
      frame[0, 1] = Cell("日", width: 2)
      frame[0, 2] = Cell(" ", width: 0)
      screen.present(frame)
      #expect(cn_character(0, 1) == 0x65E5)
      #expect(cn_character(0, 3) == 0x62)
    }
  }

  @Test func `a wide character that does not fit leaves the next line alone`() throws {
    try withScreen { screen in
      var frame = frame("next", row: 1, size: screen.size)
      frame[0, screen.size.columns - 1] = Cell("日", width: 2)
      screen.present(frame)
      #expect(scalars(1, 0..<4) == "next".unicodeScalars.map(\.value))
    }
  }

  @Test(arguments: ["\u{1B}", "\u{07}", "\u{0}", "\u{9B}", "\u{200B}", "\u{202E}"] as [Character])
  func `what the terminal would obey or hide is shown as a question mark`(
    character: Character
  ) throws {
    try withScreen { screen in
      screen.present(frame("a\(character)b", size: screen.size))
      #expect(scalars(0, 0..<3) == [0x61, 0x3F, 0x62])
    }
  }

  @Test func `a style reaches the cell`() throws {
    try withScreen { screen in
      var frame = Frame(size: screen.size)
      frame[0, 0] = Cell("x", style: Style(bold: true, reversed: true))
      screen.present(frame)
      #expect(cn_style(0, 0) & (cn_bold | cn_reverse) == cn_bold | cn_reverse)
    }
  }

  @Test func `the last cell of the screen can be drawn`() throws {
    try withScreen { screen in
      var frame = Frame(size: screen.size)
      frame[screen.size.rows - 1, screen.size.columns - 1] = Cell("x")
      screen.present(frame)
      #expect(cn_character(Int32(screen.size.rows - 1), Int32(screen.size.columns - 1)) == 0x78)
    }
  }

  @Test(arguments: [
    Size(rows: 1, columns: 1), Size(rows: 0, columns: 0), Size(rows: 200, columns: 9),
  ])
  func `a frame of another size is cut`(size: Size) throws {
    try withScreen { screen in
      var frame = Frame(size: size)
      if size.rows > 0 { frame[0, 0] = Cell("x") }
      screen.present(frame)
      #expect(cn_character(0, 0) == (size.rows > 0 ? 0x78 : 0x20))
    }
  }

  @Test func `closing twice is closing once`() throws {
    try withScreen { screen in
      screen.close()
      screen.close()
      #expect(screen.mode == .closed)
    }
  }

  @Test func `a copy beyond the limit is refused`() throws {
    try withScreen { screen in
      #expect(screen.copy(String(repeating: "x", count: Screen.copyLimit)))
      #expect(!screen.copy(String(repeating: "x", count: Screen.copyLimit + 1)))
    }
  }

  @Test(arguments: ["no-such-type", "unknown", "xterm-of-tomorrow"])
  func `a type that nobody knows is taken for the usual one`(type: String) throws {
    try withScreen(type: type) { #expect($0.isStandard) }
  }

  @Test(arguments: ["tvi1234", "wy1234"])
  func `a terminal of old that nobody describes is reported`(type: String) {
    #expect(throws: ScreenError.unknownType(type)) { try withScreen(type: type) { _ in } }
  }

  @Test func `a type that is not set is reported`() {
    #expect(throws: ScreenError.noType) { try withScreen(type: "") { _ in } }
  }

  @Test(arguments: ["xterm-256color", "xterm", "alacritty"])
  func `neither the blinking of the cursor nor the user's colours are changed`(type: String) throws
  {
    try withScreen(type: type) { _ in
      #expect(Capability.showCursor.text == "\u{1B}[?25h")
      #expect(tigetstr("oc").map { String(cString: $0) } ?? "" == "")
    }
  }

  @Test(arguments: [("vt52", false), ("vt100", true), ("linux", true)])
  func `only a terminal of the standard is sent what its description does not name`(
    type: String, isStandard: Bool
  ) throws {
    try withScreen(type: type) { screen in
      #expect(screen.isStandard == isStandard)
      #expect(screen.askForArrival() == isStandard)
    }
  }

  @Test func `one question is asked at a time, and an answer to none counts for nothing`() throws {
    try withScreen { screen in
      #expect(!screen.hasArrived())
      #expect(screen.askForArrival())
      #expect(!screen.askForArrival())
      #expect(screen.hasArrived())
      #expect(!screen.hasArrived())
    }
  }

  @Test func `whether frames can be held back is asked once, and what nobody asked for is nothing`()
    throws
  {
    try withScreen { screen in
      screen.learnHolding()
      #expect(screen.holding == .unknown)
      _ = screen.askForArrival()
      #expect(screen.holding == .asked)
      screen.learnHolding()
      #expect(screen.holding == .available)
      _ = screen.hasArrived()
      _ = screen.askForArrival()
      #expect(screen.holding == .available)
    }
  }

  @Test func `a terminal that answers only what is asked behind it cannot hold frames back`() throws
  {
    try withScreen { screen in
      _ = screen.askForArrival()
      _ = screen.hasArrived()
      screen.learnHolding()
      #expect(screen.holding == .unavailable)
    }
  }

  @Test func `a terminal that cannot place its cursor is reported`() {
    #expect(throws: ScreenError.cannotPlaceCursor(type: "dumb")) {
      try withScreen(type: "dumb") { _ in }
    }
  }

  @Test func `a device that is not there is reported`() {
    var options = TerminalOptions(environment: ["TERM": "xterm"])
    options.path = "/dev/no-such-terminal"
    let reason = "No such file or directory"
    #expect(throws: ScreenError.cannotOpen(path: options.path, reason: reason)) {
      try Screen(options)
    }
  }

  @Test(arguments: [
    ScreenError.cannotOpen(path: "/dev/tty", reason: "No such device or address"),
    .noType, .unknownType("x"), .cannotPlaceCursor(type: "dumb"), .inBackground,
  ])
  func `an error is one line`(error: ScreenError) {
    #expect(!error.description.contains("\n"))
    #expect(!error.description.isEmpty)
  }
}
