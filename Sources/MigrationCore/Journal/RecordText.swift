import FoundationEssentials

/// Records as lines of JSON, the same for everything that is kept in files of lines.
enum RecordText {
  /// The line for `record`.
  static func line(of record: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(record)
  }

  /// The record that a line is, or `nil` when it is none, such as one that was cut short.
  static func record<Record: Decodable>(
    _ type: Record.Type, of line: some Sequence<UInt8>
  ) -> Record? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try? decoder.decode(type, from: Data(line))
  }
}
