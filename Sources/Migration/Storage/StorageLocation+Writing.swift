extension StorageLocation {
  /// The location as ``init(_:)`` reads it; `nil` for what cannot be written so: several keys at once,
  /// or a provider without a scheme.
  package var text: String? {
    guard keys.count < 2 else { return nil }
    let key = keys.first ?? ""
    switch provider {
    case "Local": return key.isEmpty ? "local:" + bucket : nil
    case "Rclone": return "rclone:" + bucket + (key.isEmpty ? "" : "/" + key)
    default:
      guard let scheme = Self.scheme(ofProvider: provider) else { return nil }
      let query = options.map { "\($0.name)=\(PercentEncoding.encoded($0.value))" }
      return "\(scheme)://\(bucket)" + (key.isEmpty ? "" : "/" + key)
        + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
  }

  /// What stands behind the question mark: how the store is found.
  var options: [(name: String, value: String)] {
    guard provider == "S3" else { return region.isEmpty ? [] : [("region", region)] }
    guard let store = try? S3Store(region) else { return [("endpoint", region)] }
    return [("endpoint", store.endpoint.description)] + store.options
  }

  /// What tells one store from another, of which each has keys of its own: the provider, whose regions
  /// take the same keys, and for `S3` the endpoint.
  package var store: [String] {
    let provider = Self.commonProvider(provider)
    return [provider] + (provider == "S3" ? options.prefix(1).map(\.value) : [])
  }
}
