/// A bar of exactly `width` columns that is filled from the left, and a lighter part at its left end.
///
/// - Parameters:
///   - fraction: The filled part, 0 to 1; anything outside is taken as the nearer end, and what is
///     not a number as 0. Only 1 fills the bar to the end.
///   - lighter: The lighter part, 0 to 1; no longer than the filled one.
///   - width: Columns; a negative number counts as 0.
/// - Returns: The bar, one character a column.
package func gauge(_ fraction: Double, lighter: Double = 0, width: Int) -> String {
  let width = max(0, width)
  let eighths = Int(part(fraction) * Double(8 * width))
  let full = eighths / 8
  let light = min(full, Int(part(lighter) * Double(width)))
  let tip = eighths.isMultiple(of: 8) ? "" : tips[eighths % 8 - 1]
  return String(repeating: "▓", count: light) + String(repeating: "█", count: full - light) + tip
    + String(repeating: "·", count: width - full - tip.count)
}

private let tips = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

private func part(_ fraction: Double) -> Double {
  fraction.isNaN ? 0 : min(max(fraction, 0), 1)
}
