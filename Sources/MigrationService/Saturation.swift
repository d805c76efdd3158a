/// Arithmetic on what others say: sizes, counts and times that no honest store has stop at the ends of
/// their range instead of ending the service.
extension Int64 {
  /// The nearest whole number that there is; 0 for what is no number.
  init(saturating value: Double) {
    let rounded = value.rounded()
    self = Int64(exactly: rounded) ?? (rounded > 0 ? .max : rounded < 0 ? .min : 0)
  }

  /// The sum, or the end of the range that it would pass.
  func saturatingSum(_ other: Int64) -> Int64 {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other > 0 ? .max : .min) : sum
  }

  /// The difference, or the end of the range that it would pass.
  func saturatingDifference(_ other: Int64) -> Int64 {
    let (difference, isOver) = subtractingReportingOverflow(other)
    return isOver ? (other < 0 ? .max : .min) : difference
  }
}
