import FoundationEssentials
import Testing

@testable import Migration

@testable import Dashboard

struct FormatTests {
  @Test(
    arguments: [
      (0, "0 B"), (-5, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1536, "1.5 KiB"),
      (1_048_575, "1.0 MiB"), (1_288_490_189, "1.2 GiB"), (.max, "8.0 EiB"), (.min, "0 B"),
    ] as [(Int64, String)])
  func `bytes are told in binary units`(bytes: Int64, text: String) {
    #expect(bytesText(ByteCount(rawValue: bytes)) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (99_999, "99999"), (100_000, "100.0k"), (999_949, "999.9k"), (999_950, "1.0M"),
      (-1, "0"), (.max, "9.2E"),
    ] as [(Int64, String)])
  func `counts are exact as long as they are short`(count: Int64, text: String) {
    #expect(countText(count) == text)
  }

  @Test(
    arguments: [
      (0, "0s"), (59, "59s"), (60, "1m00s"), (252, "4m12s"), (7500, "2h05m"), (273_600, "3d04h"),
      (-9, "0s"), (Int64.max, ">999d"),
    ] as [(Int64, String)])
  func `durations have two units`(seconds: Int64, text: String) {
    #expect(durationText(.seconds(seconds)) == text)
  }

  @Test(
    arguments: [
      (0, "0%"), (0.999, "99%"), (1, "100%"), (2, "100%"), (-1, "0%"), (.nan, "0%"),
    ] as [(Double, String)])
  func `only all of it is a hundred per cent`(part: Double, text: String) {
    #expect(percentText(part) == text)
  }

  @Test(arguments: [-1, 253_402_300_800, 1e300, .nan, .infinity] as [Double])
  func `a moment without a name in the calendar has no text`(seconds: Double) {
    #expect(dateText(Date(timeIntervalSince1970: seconds)) == nil)
  }
}
