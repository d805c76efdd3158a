extension ObjectLedger {
  /// Sums over the objects of a ledger, by fate; sizes that have no sum count as the largest number.
  struct Sums: Equatable {
    private var counts = [Int64](repeating: 0, count: ObjectFate.allCases.count)
    private var bytes = [Int128](repeating: 0, count: ObjectFate.allCases.count)

    /// All objects of the source.
    var objects: Int64 { counts.dropFirst().reduce(0, +) }
    /// The bytes of all objects of the source.
    var size: Int64 { Int64(clamping: bytes.dropFirst().reduce(0, +)) }

    /// The objects with one of these fates.
    func objects(_ fates: ObjectFate...) -> Int64 {
      fates.reduce(0) { $0 + counts[Int($1.rawValue)] }
    }

    /// Their bytes.
    func size(_ fates: ObjectFate...) -> Int64 {
      Int64(clamping: fates.reduce(0) { $0 + bytes[Int($1.rawValue)] })
    }

    /// Adds or takes away an object of this size.
    mutating func change(_ fate: ObjectFate, by count: Int64, size: Int64) {
      counts[Int(fate.rawValue)] += count
      bytes[Int(fate.rawValue)] += Int128(count) * Int128(size)
    }
  }
}
