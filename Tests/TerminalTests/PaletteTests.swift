import CNcurses
import Canvas
import Glibc
import Testing

@testable import Terminal

struct PaletteTests {
  @Test(arguments: Tone.allCases)
  func `every tone of a rich terminal is readable on white and on black`(tone: Tone) {
    guard let color = Palette(colors: 256).look(tone).color else { return }
    let luminance = luminance(ofColor: Int(color))
    #expect((1.05) / (luminance + 0.05) > 3.9)
    #expect((luminance + 0.05) / 0.05 > 3.8)
  }

  @Test(arguments: Tone.allCases, [0, 2, 8, 16, 256] as [Int32])
  func `bright black is never used`(tone: Tone, colors: Int32) {
    #expect(Palette(colors: colors).look(tone).color != 8)
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

  /// The relative luminance, 0 to 1, of a colour in the fixed part of the 256.
  private func luminance(ofColor number: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let index = number - 16
    let parts =
      number >= 232
      ? Array(repeating: 8 + 10 * (number - 232), count: 3)
      : [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
    let linear = parts.map { part in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
