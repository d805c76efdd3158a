import Migration

/// Puts failures of TLS into words.
enum TLSProblem {
  /// What went wrong between us and `endpoint`, to follow its name.
  ///
  /// The reason is known by names that the library puts into its description, and by nothing else.
  static func words(for error: any Error, endpoint: Endpoint) -> String {
    let text = String(describing: error)
    return if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      "does not speak TLS at this port; give http:// or another port"
    } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
      "shows a certificate that nobody known here has signed, or that is out of date; check the "
        + "address, this machine's clock and its certificates"
    } else if text.contains("failedToValidateHostname") {
      "shows a certificate for another host; check the address"
    } else if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL")
      || text.contains("HANDSHAKE_FAILURE")
    {
      "speaks no version of TLS that is safe; ask its operator"
    } else {
      "could not be asked securely (\(text.prefix(120))); check the address and the network"
    }
  }
}
