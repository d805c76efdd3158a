import Glibc

/// What the process does on some signals, to be put back later.
struct SignalActions {
  private let saved: [(number: Int32, action: sigaction)]

  /// Notes what the process does now on `numbers`.
  init(of numbers: [Int32]) {
    saved = numbers.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return (number, action)
    }
  }

  /// Makes the process do again what it did then.
  func restore() {
    for (number, action) in saved {
      withUnsafePointer(to: action) { _ = sigaction(number, $0, nil) }
    }
  }
}
