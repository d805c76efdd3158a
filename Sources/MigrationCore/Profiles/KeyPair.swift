package import Migration

/// The rule that a key and its secret come together.
package enum KeyPair {
  /// Refuses half a pair.
  ///
  /// - Parameters:
  ///   - values: What there is, by name; empty values count as none.
  ///   - access: The name of the access key.
  ///   - secret: The name of its secret.
  ///   - token: The name of the token that goes with temporary keys.
  ///   - place: What stands before the names where they are told.
  /// - Throws: ``ConfigurationError/halfPair(present:missing:)``.
  package static func check(
    _ values: [String: String], access: String, secret: String, token: String,
    in place: String = ""
  ) throws(ConfigurationError) {
    func has(_ name: String) -> Bool { values[name]?.isEmpty == false }
    switch (has(access), has(secret)) {
    case (true, false): throw .halfPair(present: place + access, missing: secret)
    case (false, true): throw .halfPair(present: place + secret, missing: access)
    case (false, false) where has(token): throw .halfPair(present: place + token, missing: access)
    case (true, true), (false, false): break
    }
  }
}
