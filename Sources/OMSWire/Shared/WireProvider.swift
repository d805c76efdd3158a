/// OMS's words for providers; answers about groups have them in capitals.
enum WireProvider {
  private static let words: Set<String> = [
    "AWS", "Azure", "Aliyun", "Tencent", "HuaweiCloud", "QingCloud", "KingsoftCloud", "Baidu",
    "Qiniu", "Google", "URLSource", "UCloud", "HEC", "OBS", "S3", "Local", "Rclone",
  ]

  /// The usual spelling of `word`; words that no document knows stay as they are.
  static func usual(_ word: String) -> String {
    if words.contains(word) { return word }
    let lowercased = word.lowercased()
    return words.first { $0.lowercased() == lowercased } ?? word
  }

  /// Whether `word` is one for the provider whose service this is, where v2 says no provider.
  static func isOwn(_ word: String) -> Bool {
    word.isEmpty || ["HEC", "OBS", "HuaweiCloud"].contains(word)
  }
}
