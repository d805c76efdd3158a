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

struct ShortFormatTests {
  @Test(
    arguments: [
      (0, "0B"), (-1, "0B"), (114, "114B"), (1023, "1023B"), (1024, "1K"), (1536, "1.5K"),
      (718_848, "702K"), (15_518_925, "14.8M"), (20 << 20, "20M"), (Int64.max, "8E"),
    ] as [(Int64, String)])
  func `an amount is short`(bytes: Int64, text: String) {
    #expect(shortBytes(bytes) == text)
  }

  @Test(
    arguments: [
      (31 << 20, 60 << 20, "31/60M"), (0, 114, "0/114B"), ((60 << 20) - 1, 60 << 20, "59/60M"),
      (3 << 19, 3 << 20, "1.5/3M"), (5, 0, "0/0B"), (.max, 1 << 40, "1/1T"),
    ] as [(Int64, Int64, String)])
  func `a part has the unit of the whole and is never rounded up`(
    done: Int64, total: Int64, text: String
  ) {
    #expect(shortPart(done, of: total) == text)
  }

  @Test(
    arguments: [
      (-5, "<1m"), (59, "<1m"), (60, "1m"), (119, "1m"), (7384, "2h"), (432_000, "5d"),
      (.max, ">999d"),
    ] as [(Int64, String)])
  func `an age has one unit`(seconds: Int64, text: String) {
    #expect(ageText(.seconds(seconds)) == text)
  }
}
