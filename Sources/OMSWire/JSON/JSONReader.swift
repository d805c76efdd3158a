/// Reads JSON into values that know how to be decoded.
///
/// A page of tasks is by far the largest thing that is read, and it is read all the time:
/// Foundation's decoder takes more than twice as long for it, as it copies every member of every
/// object into a dictionary first. This one looks members up where they are. It takes what RFC 8259
/// allows; of two members with one name the first counts, and bytes that are no UTF-8 are replaced.
package enum JSONReader {
  /// The value of `type` that `bytes` hold.
  ///
  /// - Throws: `DecodingError`: data corrupted with an empty path when the bytes are not JSON.
  package static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from bytes: [UInt8]
  ) throws -> Value {
    let document: JSONDocument
    do {
      document = try JSONScanner.document(in: bytes)
    } catch {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: error.description))
    }
    return try Value(from: JSONValueDecoder(document: document, index: 0))
  }
}
