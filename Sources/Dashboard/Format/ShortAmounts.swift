/// An amount in as few letters as a table has room for: `0B`, `702K`, `1.5M`, `20M`, in binary units;
/// negative ones count as 0.
func shortBytes(_ bytes: some BinaryInteger) -> String {
  let (amount, unit) = scaled(bytes)
  return shortNumber(amount, rounded: .toNearestOrAwayFromZero) + letters[unit]
}

/// So much of so much, in the unit of the whole: `31/60M`, `1.9/4.2T`; what is done is never rounded
/// up.
func shortPart(_ done: some BinaryInteger, of total: some BinaryInteger, _ sign: String = "/")
  -> String
{
  let (whole, unit) = scaled(total)
  let part = min(Double(max(0, done)) / power(unit), whole)
  return shortNumber(part, rounded: .down, isWhole: whole >= 10) + sign
    + shortNumber(whole, rounded: .toNearestOrAwayFromZero, isWhole: whole >= 10) + letters[unit]
}

/// A time ago in its largest unit: `<1m`, `2m`, `3h`, `5d`; seconds would change all the time and tell
/// nothing.
func ageText(_ age: Duration) -> String {
  let seconds = max(0, age.components.seconds)
  if seconds < 60 { return "<1m" }
  if seconds < 3600 { return "\(seconds / 60)m" }
  if seconds < 86400 { return "\(seconds / 3600)h" }
  return seconds < 86_400_000 ? "\(seconds / 86400)d" : ">999d"
}

private let letters = ["B", "K", "M", "G", "T", "P", "E", "Z", "Y"]

private func power(_ unit: Int) -> Double { (0..<unit).reduce(1) { power, _ in power * 1024 } }

/// An amount in the largest unit in which it is at least 1.
private func scaled(_ bytes: some BinaryInteger) -> (amount: Double, unit: Int) {
  var amount = Double(max(0, bytes))
  var unit = 0
  while amount.rounded() >= 1024, unit < letters.count - 1 {
    amount /= 1024
    unit += 1
  }
  return (amount, unit)
}

/// A number with a tenth where that says something.
private func shortNumber(
  _ number: Double, rounded rule: FloatingPointRoundingRule, isWhole: Bool = false
) -> String {
  let tenths = Int((number * 10).rounded(rule))
  if isWhole || number >= 99.95 || tenths.isMultiple(of: 10) {
    return String(Int(number.rounded(rule)))
  }
  return "\(tenths / 10).\(tenths % 10)"
}
