import CNcurses
import Canvas
import Glibc
import Testing

@testable import Terminal

struct PaletteTests {
  @Test(arguments: Tone.allCases, [8, 16, 256] as [Int32])
  func `every colour is one of the user's theme`(tone: Tone, colors: Int32) {
    guard let color = Palette(colors: colors).look(tone).color else { return }
    #expect((0..<min(16, colors)).contains(color))
  }

  @Test(arguments: Tone.allCases, [0, 2, 8, 16, 256] as [Int32])
  func `bright black is never used`(tone: Tone, colors: Int32) {
    #expect(Palette(colors: colors).look(tone).color != 8)
  }

  @Test(arguments: Tone.allCases, [8, 16, 256] as [Int32])
  func `no colour is one that many themes hide`(tone: Tone, colors: Int32) {
    let hidden = [COLOR_BLACK, COLOR_BLUE, COLOR_CYAN, COLOR_YELLOW, COLOR_WHITE]
    let color = Palette(colors: colors).look(tone).color
    #expect(!hidden.contains { $0 == color })
  }

  @Test(arguments: Tone.allCases)
  func `no tone has a colour where there are none`(tone: Tone) {
    #expect(Palette(colors: 0).pair(tone) == 0)
  }

  @Test(arguments: [0, 8, 256] as [Int32])
  func `what went wrong differs from the rest even without colour`(colors: Int32) {
    let palette = Palette(colors: colors)
    #expect(palette.look(.bad) != palette.look(.plain))
    #expect(palette.attributes(Style(.bad)) & cn_bold != 0)
  }

  @Test func `what cannot be reversed is bold`() {
    let palette = Palette(colors: 0, hasReverse: false)
    #expect(palette.attributes(Style(reversed: true)) == cn_bold)
  }

  @Test func `a style keeps its own attributes beside those of its tone`() {
    let style = Style(.bad, reversed: true, underlined: true)
    let attributes = Palette(colors: 8).attributes(style)
    #expect(attributes == cn_bold | cn_reverse | cn_underline)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], .auto, true), (["NO_COLOR": "1"], .auto, false),
      (["NO_COLOR": ""], .auto, true), (["NO_COLOR": "1"], .always, true), ([:], .never, false),
    ] as [([String: String], ColorChoice, Bool)])
  func `colour follows the option, then NO_COLOR`(
    environment: [String: String], choice: ColorChoice, isWanted: Bool
  ) {
    #expect(TerminalOptions(environment: environment, color: choice).wantsColor == isWanted)
  }
}
