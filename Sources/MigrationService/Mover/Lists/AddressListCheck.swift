import Migration

/// Looks for what is wrong with a list of addresses, line by line.
struct AddressListCheck {
  /// What is wrong with the first line that is.
  private(set) var fault: String?
  private var count = 0
  private var isEmpty = true

  /// Takes a line, without its end.
  mutating func take(_ line: ArraySlice<UInt8>) {
    count += 1
    switch ListedLine(line, of: .urlList, isPath: false) {
    case .blank: break
    case .object: isEmpty = false
    case .unusable(_, let reason):
      isEmpty = false
      fault = fault ?? "line \(count): \(reason)"
    }
  }

  /// What is wrong with the list, all of which was taken; `nil` when nothing is.
  var verdict: String? { fault ?? (isEmpty ? "it is empty" : nil) }
}
