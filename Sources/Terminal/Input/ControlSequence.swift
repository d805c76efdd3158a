/// What follows `ESC [` or `ESC O`: perhaps a mark, numbers, perhaps more, and a final byte.
struct ControlSequence: Equatable {
  /// `< = > ?` at its beginning, which keys never have.
  private(set) var mark: UInt8?
  /// What ended it; 0 until then.
  private(set) var final: UInt8 = 0
  /// Whether it has what no key has: other bytes before the end, or more than fits.
  private(set) var isForeign = false
  /// The one byte of that kind, which tells reports apart; `nil` where there is none, or more.
  private(set) var sign: UInt8?
  private var parameters: [UInt8] = []

  /// More than any key has; the rest of a longer sequence is swallowed too.
  private static let limit = 64

  /// The numbers, each with its parts; one that was left out is 0, and what is no number makes none.
  var numbers: [[Int]] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
        digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 0x10_FFFF) }
      }
    }
  }

  /// Whether nothing came between the beginning and the end.
  var isBare: Bool { parameters.isEmpty && mark == nil && !isForeign }

  /// Whether it has one number so far and nothing else.
  var hasOneNumber: Bool {
    mark == nil && !isForeign && !parameters.isEmpty && parameters.allSatisfy(Self.isDigit)
  }

  /// Takes a byte that does not end it.
  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x3C...0x3F where parameters.isEmpty && mark == nil: mark = byte
    case 0x30...0x3B where !isForeign && parameters.count < Self.limit: parameters.append(byte)
    default:
      sign = isForeign ? nil : byte
      isForeign = true
    }
  }

  /// The sequence, ended by `byte`.
  func ended(by byte: UInt8) -> ControlSequence {
    var whole = self
    whole.final = byte
    return whole
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
