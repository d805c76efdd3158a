package import FoundationEssentials

// Dates as `X-Sdk-Date` has them: `20240229T235959Z`, in UTC.
//
// Every request has one; the formats of Foundation would take longer than the signature.
extension RequestSignature {
  /// A date as `X-Sdk-Date` has it, such as `20240229T235959Z`, in UTC; the years are 0 to 9999.
  package static func text(of date: Date) -> String {
    let seconds = Int(max(min(date.timeIntervalSince1970, latest), earliest).rounded(.down))
    let day = (seconds - seconds.modulo(86_400)) / 86_400
    let time = seconds.modulo(86_400)
    let (year, month, dayOfMonth) = civil(day)
    var text: [UInt8] = []
    text.reserveCapacity(16)
    append(year, 4, to: &text)
    append(month, 2, to: &text)
    append(dayOfMonth, 2, to: &text)
    text.append(UInt8(ascii: "T"))
    append(time / 3600, 2, to: &text)
    append(time / 60 % 60, 2, to: &text)
    append(time % 60, 2, to: &text)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// The date that an `X-Sdk-Date` names, or `nil` when its format is wrong or no calendar has it.
  package static func date(of text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
      let year = number(bytes[0..<4]), let month = number(bytes[4..<6]),
      let day = number(bytes[6..<8]), let hour = number(bytes[9..<11]),
      let minute = number(bytes[11..<13]), let second = number(bytes[13..<15])
    else { return nil }
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    let date = Date(timeIntervalSince1970: Double(seconds))
    // What has another name when it is written, such as 30 February, is no date.
    return self.text(of: date) == text ? date : nil
  }

  // The first second of the year 0 and the last one of the year 9999.
  private static let earliest = -62_167_219_200.0
  private static let latest = 253_402_300_799.0

  /// The date of a day that is counted from 1970-01-01.
  ///
  /// Years are counted from March here, so that the leap day is the last, and in eras of 400 years, of
  /// 146,097 days each.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let dayOfEra = shifted.modulo(146_097)
    let era = (shifted - dayOfEra) / 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  /// The number of a day, counted from 1970-01-01: the inverse of ``civil(_:)``.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let yearOfEra = year.modulo(400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (year - yearOfEra) / 400 * 146_097 + dayOfEra - 719_468
  }

  private static func append(_ number: Int, _ count: Int, to text: inout [UInt8]) {
    var (rest, place) = (number, text.count + count)
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    while rest > 0, place > 0 {
      place -= 1
      text[place] += UInt8(rest % 10)
      rest /= 10
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { number, byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        ? number.map { $0 * 10 + Int(byte - UInt8(ascii: "0")) } : nil
    }
  }
}

extension Int {
  /// The remainder of a division, never negative.
  fileprivate func modulo(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
