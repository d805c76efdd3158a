/// The words that users say for the values of one setting, beside OMS's own.
package struct SettingWords: Sendable {
  /// The setting.
  package let name: SettingName
  private let pairs: [(word: String, code: String)]

  /// When an object at the destination is replaced.
  package static let overwrite = SettingWords(
    name: .overwrite,
    pairs: [
      ("never", "NO_OVERWRITE"), ("changed", "SIZE_LAST_MODIFIED_COMPARISON_OVERWRITE"),
      ("checksum", "CRC64_COMPARISON_OVERWRITE"), ("always", "FULL_OVERWRITE"),
    ])
  /// The storage class at the destination.
  package static let storageClass = SettingWords(
    name: .storageClass,
    pairs: [
      ("standard", "STANDARD"), ("infrequent", "IA"), ("archive", "ARCHIVE"),
      ("deep-archive", "DEEP_ARCHIVE"), ("source", "SRC_STORAGE_MAPPING"),
    ])
  /// How copies are checked.
  package static let check = SettingWords(
    name: .check,
    pairs: [("size-time", "size_last_modified"), ("checksum", "crc64"), ("none", "no_check")])
  /// How urgent a task is.
  package static let priority = SettingWords(
    name: .priority, pairs: [("high", "HIGH"), ("medium", "MEDIUM"), ("low", "LOW")])

  /// The words, in the order of the reference.
  package var words: [String] { pairs.map(\.word) }

  /// OMS's value for a user's word.
  ///
  /// - Throws: ``ConfigurationError`` with the words there are.
  package func code(of word: String) throws(ConfigurationError) -> String {
    if let pair = pairs.first(where: { $0.word == word.lowercased() }) { return pair.code }
    throw .setting(name, Quoted(word), known: words)
  }

  /// The user's word for OMS's value, or that value when there is none.
  package func word(for code: String) -> String {
    pairs.first { $0.code == code }?.word ?? code
  }
}
