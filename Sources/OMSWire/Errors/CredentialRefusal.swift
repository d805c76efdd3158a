import Migration

/// Why credentials were refused, as far as that decides what helps.
package enum CredentialRefusal: Equatable, Sendable {
  /// What a call can do about it by itself, once.
  package enum Repair: Hashable, Sendable {
    /// Ask for other credentials.
    case credentials
    /// Sign by the service's clock.
    case clock
  }

  /// The signature is wrong, which means the secret key.
  case signature
  /// The signature is too old or too new, or the temporary key is over.
  case expired
  /// The key is locked for 5 minutes after too many refusals.
  case locked
  /// The token is broken, too old or of another place.
  case token
  /// The access key is not known.
  case unknownKey
  /// No credentials arrived.
  case missing
  /// No more is known.
  case other

  /// The refusal that the gateway's words for APIGW.0301 stand for.
  ///
  /// A refused signature is looked for first: its text quotes the request, in which anything may be.
  init(gatewayMessage message: String) {
    let words = message.lowercased()
    self =
      if words.contains("signature fail") {
        .signature
      } else if words.contains("reach the limit") {
        .locked
      } else if words.contains("signature expired") {
        .expired
      } else if words.contains("get secretkey failed") {
        .unknownKey
      } else if words.contains("token not found") {
        .missing
      } else if words.contains("token") {
        .token
      } else if words.contains("expired") {
        .expired
      } else {
        .signature
      }
  }

  /// What may help.
  ///
  /// - Parameter clockError: How far the service's clock is ahead of the time that was signed for;
  ///   `nil` when it did not say.
  /// - Returns: `nil` when nothing helps but the user.
  package func repair(clockError: Duration?) -> Repair? {
    switch self {
    case .token, .other: .credentials
    case .expired:
      // A second or two is the way of the answer; a temporary key ends whatever the clocks say.
      clockError.map { $0 > .seconds(60) || $0 < .seconds(-60) } ?? false ? .clock : .credentials
    case .signature, .locked, .unknownKey, .missing: nil
    }
  }

  /// The reason that stands for it; an expired signature is told with the clocks instead.
  var reason: ServiceReason {
    switch self {
    case .signature: .signatureWrong
    case .locked: .keyLocked
    case .token: .tokenBroken
    case .unknownKey: .unknownKey
    case .missing: .credentialsMissing
    case .expired, .other: .credentialsRefused
    }
  }

  /// The refusal that a reason of the service is, or `nil` when it is none.
  init?(_ reason: ServiceReason) {
    switch reason {
    case .serviceRefusedCredentials: self = .other
    case .tokenTooLong, .tokenExpired: self = .token
    default: return nil
    }
  }
}
