extension StorageKeys {
  /// Whether a key is a temporary one, which is nothing without its token.
  ///
  /// - Parameter accessKey: The access key. Those of Amazon and Alibaba begin as their kind does.
  /// - Returns: `nil` where nobody can tell.
  package static func isTemporary(accessKey: String) -> Bool? {
    if ["ASIA", "STS."].contains(where: accessKey.hasPrefix) { return true }
    return ["AKIA", "LTAI"].contains(where: accessKey.hasPrefix) ? false : nil
  }
}
