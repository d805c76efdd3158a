/// The members of one kind of object: how each is called, and which one a name means.
///
/// A name is found by the number that its bytes are: no text is made of it.
package final class MemberNames<Member: CaseIterable & Equatable & Sendable>: Sendable {
  private let members: [Member]
  private let names: [String]
  private let keys: [NameKey]
  /// For each place the index of a member, or ``none``; a name is at its own place or soon after it.
  private let places: [UInt8]

  private static var none: UInt8 { .max }
  private static var placeCount: Int { 256 }

  /// The members of `Member`, which are at most 100, by the names that `name` gives them.
  ///
  /// Names are of at most 32 bytes.
  package init(_ name: (Member) -> String) {
    members = Array(Member.allCases)
    names = members.map(name)
    keys = names.compactMap { NameKey($0) }
    precondition(members.count <= 100 && keys.count == members.count, "no names of members")
    var places = [UInt8](repeating: Self.none, count: Self.placeCount)
    for (index, key) in keys.enumerated() {
      var place = key.hash % Self.placeCount
      while places[place] != Self.none { place = (place + 1) % Self.placeCount }
      places[place] = UInt8(index)
    }
    self.places = places
  }

  /// What `member` is called.
  package func name(of member: Member) -> String {
    members.firstIndex(of: member).map { names[$0] } ?? ""
  }

  /// The index of the member whose name this is, or `nil` when there is none.
  func index(of key: NameKey) -> Int? {
    var place = key.hash % Self.placeCount
    while places[place] != Self.none {
      let index = Int(places[place])
      if keys[index] == key { return index }
      place = (place + 1) % Self.placeCount
    }
    return nil
  }

  /// The member with an index.
  func member(_ index: Int) -> Member { members[index] }
}

/// The bytes of a name as numbers; no byte is 0, so they tell names of up to 32 bytes apart.
struct NameKey: Equatable, Sendable {
  /// The numbers of the words that the bytes make.
  static var words: Range<Int> { 0..<4 }
  /// The bytes of a word.
  static var wordLength: Int { 8 }

  private var numbers = SIMD4<UInt64>()

  /// A key of no bytes so far.
  init() {}

  /// The key of a name, or `nil` when it is too long.
  init?(_ name: String) {
    guard name.utf8.count <= Self.words.count * Self.wordLength else { return nil }
    var rest = Array(name.utf8)[...]
    for word in Self.words {
      put(rest.prefix(Self.wordLength).reduce(0, Self.number), in: word)
      rest = rest.dropFirst(Self.wordLength)
    }
  }

  /// The number of a word, `number`, with one more byte.
  static func number(_ number: UInt64, _ byte: UInt8) -> UInt64 { number &<< 8 | UInt64(byte) }

  /// Sets the number of a word.
  mutating func put(_ number: UInt64, in word: Int) { numbers[word] = number }

  /// A number in which names differ.
  var hash: Int {
    let mixed = numbers[0] ^ numbers[1] &* 31 ^ numbers[2] &* 961 ^ numbers[3] &* 29_791
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}

/// An enumeration of the members of one kind of object; the raw values are their names.
package protocol WireMember: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// The names, looked through.
  static var names: MemberNames<Self> { get }
}
