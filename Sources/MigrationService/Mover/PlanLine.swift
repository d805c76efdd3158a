/// A line of the plan that rclone prints while it compares: what it is going to do about an object.
enum PlanLine: Equatable {
  /// The object is at the destination already.
  case same(String)
  /// The object is to be copied.
  case copy(String)
  /// The object could not be copied.
  case failed(String)

  /// Reads a line; `nil` when it says nothing of interest.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count > 2, line[line.startIndex + 1] == UInt8(ascii: " ") else { return nil }
    let name = NameBytes.text(line.dropFirst(2))
    switch line.first {
    case UInt8(ascii: "="): self = .same(name)
    case UInt8(ascii: "+"), UInt8(ascii: "*"): self = .copy(name)
    case UInt8(ascii: "!"): self = .failed(name)
    default: return nil
    }
  }
}
