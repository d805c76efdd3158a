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
    keys = names.map { NameKey($0.utf8) }
    precondition(
      members.count <= 100 && keys.allSatisfy { !$0.isTooLong }, "not the names of an object")
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

/// The bytes of a name as one number; none of them is 0, so it tells names of 32 bytes apart.
struct NameKey: Equatable, Sendable {
  private var first: UInt128 = 0
  private var second: UInt128 = 0
  private var count = 0

  /// A key of no bytes so far.
  init() {}

  /// The key of `bytes`.
  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Adds the next byte of the name.
  mutating func append(_ byte: UInt8) {
    if count < 16 {
      first = first &<< 8 | UInt128(byte)
    } else {
      second = second &<< 8 | UInt128(byte)
    }
    count &+= 1
  }

  /// Whether there were more bytes than it can hold, so that it stands for no name.
  var isTooLong: Bool { count > 32 }

  /// A number in which names differ.
  var hash: Int {
    let mixed = UInt64(truncatingIfNeeded: first ^ first &>> 64 ^ second ^ second &>> 64)
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}

/// An enumeration of the members of one kind of object; the raw values are their names.
package protocol WireMember: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// The names, looked through.
  static var names: MemberNames<Self> { get }
}
