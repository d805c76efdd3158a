/// A JSON text of which nothing is known: for requests, whose members are judged one by one.
package enum JSONValue: Equatable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number that is whole and fits, whether or not it is written with a fraction.
  case integer(Int64)
  /// Any other number.
  case number(Double)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// An object; of two members with one name the first counts.
  case object([String: JSONValue])

  /// Reads the value that `bytes` hold.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - manner: How texts are taken.
  ///   - most: How many values there may be in it, itself and those inside others among them; nothing
  ///     behind the last of these is read.
  /// - Throws: ``WireProblem`` when they are not JSON, where numbers beyond all bounds are none, and
  ///   ``WireProblem/Reason/tooLong`` when there are more values.
  package init(
    _ bytes: [UInt8], _ manner: WireReader.Manner = .strict, atMost most: Int = .max
  ) throws(WireProblem) {
    var reader = WireReader(bytes, manner)
    var budget = most
    try self.init(&reader, &budget)
    try reader.finish()
  }

  private init(_ reader: inout WireReader, _ budget: inout Int) throws(WireProblem) {
    budget -= 1
    guard budget >= 0 else { throw WireProblem(.tooLong, at: reader.cursor.position) }
    switch try reader.kind() {
    case .null:
      try reader.skip()
      self = .null
    case .bool: self = .bool(try reader.cursor.bool(reader.bytes))
    case .number: self = try reader.number()
    case .text:
      let text = try reader.cursor.text(reader.bytes)
      self = .text(try reader.string(text))
    case .list:
      let values = try reader.entries(atMost: .max) { reader throws(WireProblem) in
        try JSONValue(&reader, &budget)
      }
      self = .list(values ?? [])
    case .object:
      var members: [String: JSONValue] = [:]
      try reader.eachMember { name, reader throws(WireProblem) in
        let value = try JSONValue(&reader, &budget)
        if members[name] == nil { members[name] = value }
      }
      self = .object(members)
    }
  }
}
