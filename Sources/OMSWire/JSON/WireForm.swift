/// How one kind of value stands on the wire: read and written from the same description.
package struct WireForm<Value: Sendable>: Sendable {
  /// Reads one value, or makes `nil` of what cannot be one and tells the reader why.
  package let read: @Sendable (inout WireReader) throws(WireProblem) -> Value?
  /// Writes one value.
  package let write: @Sendable (Value, inout WireWriter) -> Void

  /// A form.
  package init(
    read: @escaping @Sendable (inout WireReader) throws(WireProblem) -> Value?,
    write: @escaping @Sendable (Value, inout WireWriter) -> Void
  ) {
    self.read = read
    self.write = write
  }

  /// The value that `bytes` hold, with what was passed by.
  ///
  /// - Throws: ``WireProblem`` when they are not JSON, or hold no such value.
  package func reading(of bytes: [UInt8]) throws(WireProblem) -> WireReading<Value> {
    var reader = WireReader(bytes)
    let value = try value(from: &reader)
    return WireReading(
      value: value, oddities: reader.oddities, oddityCount: reader.oddityCount)
  }

  /// The value that `bytes` hold.
  ///
  /// - Throws: ``WireProblem`` when they are not JSON, or hold no such value.
  package func value(in bytes: [UInt8]) throws(WireProblem) -> Value {
    var reader = WireReader(bytes)
    return try value(from: &reader)
  }

  private func value(from reader: inout WireReader) throws(WireProblem) -> Value {
    _ = try reader.kind()
    let start = reader.cursor.position
    let value = try read(&reader)
    try reader.finish()
    guard let value else { throw reader.problem(ofValueAt: start, path: []) }
    return value
  }

  /// The bytes of `value`.
  package func bytes(of value: Value) -> [UInt8] {
    var writer = WireWriter()
    write(value, &writer)
    return writer.bytes
  }
}

/// A value that was read, and what was odd about its bytes.
package struct WireReading<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value
  /// What was passed by because it was of another kind than it should be: the first ten of it.
  package let oddities: [WireProblem]
  /// How often something was passed by.
  package let oddityCount: Int
}
