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
  /// How requests to the domain that a source is read through are authenticated.
  package static let domainAuthentication = SettingWords(
    name: .domainAuthentication,
    pairs: [
      ("none", "NONE"), ("qiniu", "QINIU_PRIVATE_AUTHENTICATION"), ("aliyun-a", "ALIYUN_OSS_A"),
      ("aliyun-b", "ALIYUN_OSS_B"), ("aliyun-c", "ALIYUN_OSS_C"),
      ("ksyun", "KSYUN_PRIVATE_AUTHENTICATION"), ("azure-sas", "AZURE_SAS_TOKEN"),
      ("tencent-a", "TENCENT_COS_A"), ("tencent-b", "TENCENT_COS_B"),
      ("tencent-c", "TENCENT_COS_C"), ("tencent-d", "TENCENT_COS_D"),
    ])

  /// The words, in the order of the reference.
  package var words: [String] { pairs.map(\.word) }

  /// OMS's values, in the order of the reference.
  package var codes: [String] { pairs.map(\.code) }

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
