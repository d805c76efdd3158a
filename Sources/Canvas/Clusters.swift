import Synchronization

/// Characters of several scalars, each with a number, so that a cell is a plain value.
struct Clusters {
  /// The first number, which no scalar has.
  private static let first: UInt32 = 0x11_0000
  private static let table = Mutex(Clusters(limit: 50_000))

  private var numbers: [Character: UInt32] = [:]
  private var characters: [Character] = []
  private let limit: Int

  /// Numbers for at most `limit` characters.
  ///
  /// Names that are made up to fill the memory get no further; scripts in use need far fewer.
  init(limit: Int) {
    self.limit = limit
  }

  /// The number of `character` as long as the process runs, or `nil` when there are too many.
  static func number(_ character: Character) -> UInt32? {
    table.withLock { $0.number(of: character) }
  }

  /// The character with this number.
  static func character(_ number: UInt32) -> Character {
    table.withLock { $0.character(at: number) }
  }

  /// The number of `character`, or `nil` when there are too many.
  mutating func number(of character: Character) -> UInt32? {
    if let number = numbers[character] { return number }
    guard characters.count < limit else { return nil }
    let number = Self.first + UInt32(characters.count)
    numbers[character] = number
    characters.append(character)
    return number
  }

  /// The character with this number; a mark of its own for one that was never given.
  func character(at number: UInt32) -> Character {
    let index = Int(number) - Int(Self.first)
    return characters.indices.contains(index) ? characters[index] : "\u{FFFD}"
  }
}
