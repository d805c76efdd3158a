/// Quantities with a unit, as people type them.
package enum UnitText {
  /// Bytes of a text such as `1GiB`, `500MB`, `5M` or `1024`; `M` alone means `MiB`.
  package static func bytes(_ text: some StringProtocol) -> Double? {
    let powers: [(String, Int)] = [
      ("k", 1), ("m", 2), ("g", 3), ("t", 4), ("p", 5),
    ]
    let (number, unit) = split(text)
    guard let number else { return nil }
    if unit.isEmpty || unit == "b" { return number }
    for (letter, power) in powers where unit.hasPrefix(letter) {
      switch unit.dropFirst() {
      case "", "i", "ib": return number * repeated(1024, power)
      case "b": return number * repeated(1000, power)
      default: return nil
      }
    }
    return nil
  }

  /// Seconds of a text such as `90`, `90s`, `5m`, `2h` or `30d`.
  package static func seconds(_ text: some StringProtocol) -> Double? {
    let (number, unit) = split(text)
    guard let number else { return nil }
    switch unit {
    case "", "s": return number
    case "m", "min": return number * 60
    case "h": return number * 3600
    case "d": return number * 86_400
    default: return nil
    }
  }

  private static func split(_ text: some StringProtocol) -> (number: Double?, unit: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let number = Double(digits).flatMap { $0.isFinite ? $0 : nil }
    return (number, text.dropFirst(digits.count).lowercased())
  }

  private static func repeated(_ base: Double, _ power: Int) -> Double {
    (0..<power).reduce(1) { product, _ in product * base }
  }
}
