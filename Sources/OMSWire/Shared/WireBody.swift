package import Migration

/// The body of a request, ready to be sent.
package struct WireBody: Equatable, Sendable {
  /// What is sent.
  package let bytes: [UInt8]
  /// The secrets among it, which nobody may see, not even when a service quotes them.
  package let secrets: [Secret]

  /// The body that `write` writes.
  package init(_ write: (inout WireWriter) -> Void) {
    var writer = WireWriter()
    write(&writer)
    bytes = writer.bytes
    secrets = writer.secrets
  }
}
