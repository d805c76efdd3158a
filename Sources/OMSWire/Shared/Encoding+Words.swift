extension KeyedEncodingContainer {
  /// Writes a text that says something; an empty one is left out.
  mutating func encodeWords(_ text: String, forKey key: Key) throws {
    if !text.isEmpty { try encode(text, forKey: key) }
  }
}
