/// The members of an object that is being read, one after the other.
///
/// What is not read of a member before the next one is asked for is passed by.
package struct WireMembers<Member: CaseIterable & Equatable & Sendable> {
  /// The first byte of the object.
  let start: Int
  private let names: MemberNames<Member>
  private var seen: UInt128 = 0
  private var isFirst = true
  /// Where the value of the current member begins; it has not been read while the reader is there.
  private var value: Int?

  fileprivate init(_ names: MemberNames<Member>, start: Int) {
    self.names = names
    self.start = start
  }

  /// Goes to the value of the next member that is known and was not there before.
  ///
  /// - Returns: The member, or `nil` behind the end of the object.
  package mutating func next(_ reader: inout WireReader) throws(WireProblem) -> Member? {
    while true {
      if value == reader.cursor.position { try reader.skip() }
      guard let name = try reader.cursor.nextName(reader.bytes, &isFirst) else { return nil }
      _ = try reader.kind()
      value = reader.cursor.position
      var key = name.key
      if key == nil { key = NameKey(try reader.string(name.text)) }
      guard let index = key.flatMap(names.index) else { continue }
      let bit = UInt128(1) &<< UInt128(index)
      guard seen & bit == 0 else { continue }
      seen |= bit
      return names.member(index)
    }
  }
}

extension WireReader {
  /// Goes into the next value, an object with members of these names.
  ///
  /// - Returns: The members, or `nil` when the value is something else, which is passed by.
  package mutating func members<Member: CaseIterable & Equatable & Sendable>(
    _ names: MemberNames<Member>
  ) throws(WireProblem) -> WireMembers<Member>? {
    guard try isNext(.object) else { return nil }
    let start = cursor.position
    try cursor.open()
    return WireMembers(names, start: start)
  }

  /// The same, for members whose names are the same everywhere.
  package mutating func members<Member: WireMember>(
    _ type: Member.Type
  ) throws(WireProblem) -> WireMembers<Member>? {
    try members(Member.names)
  }

  /// `value`, or a note that the object which has been read lacks `member`.
  package mutating func required<Value, Member: WireMember>(
    _ value: Value?, _ member: Member, of object: WireMembers<Member>
  ) -> Value? {
    if value == nil { tellMissing(member.rawValue, inObjectAt: object.start) }
    return value
  }
}

extension WireReader {
  /// Visits the members of the next value, which must be an object, whatever they are called.
  ///
  /// - Parameter visit: Is passed each name, with the reader before the value.
  /// - Throws: ``WireProblem`` when the bytes are not JSON.
  package mutating func eachMember(
    _ visit: (String, inout WireReader) throws(WireProblem) -> Void
  ) throws(WireProblem) {
    guard try isNext(.object) else { return }
    try cursor.open()
    var isFirst = true
    while let name = try cursor.nextName(bytes, &isFirst) {
      _ = try kind()
      let value = cursor.position
      try visit(try string(name.text), &self)
      if cursor.position == value { try skip() }
    }
  }
}
