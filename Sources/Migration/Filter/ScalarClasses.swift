/// The characters by what the sets of a pattern say of them: those of a class are accepted alike by each.
struct ScalarClasses {
  /// A character of each.
  private(set) var members: [Unicode.Scalar] = []
  /// Where runs of one class begin, in rising order, and their classes.
  private var starts: [UInt32] = []
  private var classes: [Int] = []
  /// The class of each character of ASCII; of a capital that of the small letter.
  private var ofASCII: [Int] = []

  init(_ sets: Set<ScalarSet>) {
    let edges = Set(sets.flatMap(\.edges)).union([0]).sorted()
    var known: [[Bool]: Int] = [:]
    for edge in edges {
      // The numbers that are no characters lie within a run or are its end.
      guard let first = Unicode.Scalar(edge) ?? Unicode.Scalar(0xE000), edge <= 0x10FFFF else {
        continue
      }
      let answers = sets.map { $0.contains(first) }
      let number = known[answers] ?? members.count
      if number == members.count { members.append(first) }
      known[answers] = number
      starts.append(edge)
      classes.append(number)
    }
    ofASCII = (0..<128).map { byte in
      number(ofValue: (65...90).contains(byte) ? byte + 32 : byte)
    }
  }

  /// How many there are.
  var count: Int { members.count }

  /// The class of an ASCII character, whatever its case.
  func number(ofASCII byte: UInt8) -> Int { ofASCII[Int(byte)] }

  /// The class of a character.
  func number(of scalar: Unicode.Scalar) -> Int { number(ofValue: scalar.value) }

  private func number(ofValue value: UInt32) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle } else { high = middle }
    }
    return classes[low]
  }
}
