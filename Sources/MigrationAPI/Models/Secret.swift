/// A text that must not be seen: printing, describing, reflecting or interpolating it shows stars.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let text: String

  /// Hides `text`.
  package init(_ text: String) {
    self.text = text
  }

  /// The text itself; call it only where it is used, and never keep the result.
  package func reveal() -> String { text }

  /// Whether there is nothing to hide.
  package var isEmpty: Bool { text.isEmpty }

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The keys that open a bucket.
package struct StorageKeys: Hashable, Sendable {
  /// The access key, which is a name and no secret.
  package var accessKey: String
  /// The secret key.
  package var secretKey: Secret

  /// A pair of keys.
  package init(accessKey: String, secretKey: Secret) {
    self.accessKey = accessKey
    self.secretKey = secretKey
  }
}
