import Migration

/// Tells failures of TLS apart.
enum TLSProblem {
  /// What went wrong.
  ///
  /// The reason is known by names that the library puts into its description, and by nothing else.
  static func fault(in error: any Error) -> TLSFault {
    let text = String(describing: error)
    return if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      .plain
    } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
      .unknownSigner
    } else if text.contains("failedToValidateHostname") {
      .otherHost
    } else if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL")
      || text.contains("HANDSHAKE_FAILURE")
    {
      .noSafeVersion
    } else {
      .other(String(text.prefix(120)))
    }
  }
}
