import Testing

@testable import Migration

struct WindowZoneTests {
  @Test(arguments: [
    (0, "+00:00"), (480, "+08:00"), (-210, "-03:30"), (-9, "-00:09"), (845, "+14:05"),
  ])
  func `an offset is written and read back`(minutes: Int, offset: String) {
    #expect(WindowZone(minutes: minutes).offset == offset)
    #expect(WindowZone(name: nil, offset: offset) == WindowZone(minutes: minutes))
  }

  @Test(arguments: ["", "+", "08:00", "+8:00", "+24:00", "+08:60", "Z", "+08:00:00", "é08:00"])
  func `anything else is no offset`(text: String) {
    #expect(WindowZone(name: "Asia/Shanghai", offset: text) == nil)
  }

  @Test func `a name stands before the offset`() {
    #expect(WindowZone(minutes: -60).text == "UTC-01:00")
    #expect(WindowZone(name: "Asia/Shanghai", minutes: 480).text == "Asia/Shanghai (UTC+08:00)")
  }

  @Test(arguments: [
    (0, 0, 0), (0, 480, 480), (0, -1, 1439), (-1, 0, 1439), (59, 0, 0), (60, 0, 1),
    (86_399, 1, 0), (-86_400 * 3, -720, 720),
  ])
  func `its clocks show a minute of the day at any time`(second: Int, minutes: Int, minute: Int) {
    #expect(WindowZone(minutes: minutes).minute(atSecond: Double(second)) == minute)
  }
}
