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

  /// What happened and what to do.
  ///
  /// - Parameter clockDifference: How far the service's clock is ahead of ours.
  /// - Returns: A part of a sentence, without code and origin.
  package func advice(clockDifference: Duration?) -> String {
    switch self {
    case .signature: "the signature does not match; check the secret key for stray blanks"
    case .expired: Self.expiry(clockDifference)
    case .locked:
      "too many refused calls: the key is locked for 5 minutes; check the secret key meanwhile"
    case .token: "the token is broken or too old; get a new one"
    case .unknownKey: "the access key is not known or disabled; check it for typing errors"
    case .missing: "no credentials arrived; set the keys or a token"
    case .other: "the credentials were refused; check the keys or the token"
    }
  }

  private static func expiry(_ difference: Duration?) -> String {
    guard let difference else {
      return "the clocks differ by more than 15 minutes, or the temporary key is over; "
        + "set this machine's clock, or get a new key"
    }
    let isAhead = difference < .zero
    let amount = isAhead ? .zero - difference : difference
    guard amount >= .seconds(60) else {
      return "the temporary key is over, as the clocks agree; get a new one"
    }
    return "this machine's clock is \(amount.inWords) \(isAhead ? "ahead of" : "behind") the "
      + "service's; set it"
  }
}
