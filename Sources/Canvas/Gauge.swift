/// A bar of exactly `width` columns that is filled from the left.
///
/// - Parameters:
///   - fraction: The filled part, 0 to 1; anything outside is taken as the nearer end, and what is
///     not a number as 0. Only 1 fills the bar to the end.
///   - width: Columns; a negative number counts as 0.
/// - Returns: The bar, one character a column.
package func gauge(_ fraction: Double, width: Int) -> String {
  let width = max(0, width)
  let part = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
  let halves = Int(part * Double(2 * width))
  let filled = String(repeating: "━", count: halves / 2)
  let tip = halves.isMultiple(of: 2) ? "" : "╸"
  return filled + tip + String(repeating: "─", count: width - halves / 2 - tip.count)
}
