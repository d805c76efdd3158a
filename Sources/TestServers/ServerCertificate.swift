package import NIOSSL

/// A certificate that nobody has signed, for servers on loopback.
package enum ServerCertificate: Sendable {
  case selfSigned

  /// What a server needs to show it.
  package func context() throws -> NIOSSLContext {
    let certificate = try NIOSSLCertificate(bytes: Array(Self.text.utf8), format: .pem)
    let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }

  /// The certificate as PEM, for those who are to believe it.
  package static let text = """
    -----BEGIN CERTIFICATE-----
    MIIBnDCCAUGgAwIBAgIUQGKFAdakuPUnSvsG5Wt0MyaLIKEwCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA2MDkzM1oYDzIxMjYxMDI5
    MDYwOTMzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAAS79hV6i9BOZ9kjFzwcQKzp4whRhIpiuXKIKP1jkxzaeOkgQ+4HMrL8
    SKoeWMEunSKOq0viTwyd3GSu/CnTXeU9o28wbTAdBgNVHQ4EFgQU+pFmvEd6XzsC
    UlVhHaZfO2txZ0YwHwYDVR0jBBgwFoAU+pFmvEd6XzsCUlVhHaZfO2txZ0YwDwYD
    VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
    zj0EAwIDSQAwRgIhALxB16uuOUpXjHurE6v44Bz9zFUoK5qYsgfVgXhF7NIrAiEA
    oyH/80jAS1kSG8HMqA1aeQJ+5/frpze78uJit9Volvo=
    -----END CERTIFICATE-----
    """

  /// Its key as PEM, which opens nothing but servers of these tests.
  package static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgi0aDK4ed8iEPpQGD
    SDF0zvpeJNrGBtzQWwgWbuycP+uhRANCAAS79hV6i9BOZ9kjFzwcQKzp4whRhIpi
    uXKIKP1jkxzaeOkgQ+4HMrL8SKoeWMEunSKOq0viTwyd3GSu/CnTXeU9
    -----END PRIVATE KEY-----
    """
}
