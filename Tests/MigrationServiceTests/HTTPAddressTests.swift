import Testing

@testable import MigrationService

/// Which host an address names, whatever else it shows.
struct HTTPAddressTests {
  @Test(arguments: [
    ("http://example.com/a?b=c#d", "example.com", "http://example.com/a?b=c"),
    ("HTTPS://Example.COM", "example.com", "https://example.com/"),
    ("http://example.com?x", "example.com", "http://example.com/?x"),
    ("http://example.com:8080/", "example.com", "http://example.com:8080/"),
    ("http://[::ffff:127.0.0.1]:80/a", "::ffff:127.0.0.1", "http://[::ffff:127.0.0.1]:80/a"),
    ("http://example.com@127.0.0.1/", "127.0.0.1", "http://127.0.0.1/"),
    ("http://example.com:80@127.0.0.1:81/a", "127.0.0.1", "http://127.0.0.1:81/a"),
    ("http://a@b@127.0.0.1/", "127.0.0.1", "http://127.0.0.1/"),
    ("http://127.0.0.1#@example.com/", "127.0.0.1", "http://127.0.0.1/"),
    ("http://127.0.0.1?@example.com/", "127.0.0.1", "http://127.0.0.1/?@example.com/"),
    ("http://127.0.0.1/@example.com", "127.0.0.1", "http://127.0.0.1/@example.com"),
    ("http://localhost./", "localhost.", "http://localhost./"),
  ])
  func `the host is the one that is spoken to`(text: String, host: String, clear: String) throws {
    let address = try #require(HTTPAddress(text))
    #expect(address.host == host && address.text == clear, "\(address)")
  }

  @Test(arguments: [
    "ftp://example.com/", "example.com", "http://", "http:///a", "http://example.com\\@127.0.0.1/",
    "http://127.0.0.1\\.example.com/", "http://exa%6dple.com/", "http://127。0。0。1/",
    "http://[::1/", "http://[::1]x/", "http://[fe80::1%25eth0]/", "http://[v1.x]/",
    "http://example.com:99999/", "http://example.com:/x", "http://a b/", "http://::1/",
  ])
  func `an address whose host readers may see differently is none`(text: String) {
    #expect(HTTPAddress(text) == nil)
  }

  @Test(arguments: [
    ("/b?c", "http://example.com:81/b?c"), ("b", "http://example.com:81/dir/b"),
    ("//127.0.0.1/x", "http://127.0.0.1/x"), ("https://other.org/", "https://other.org/"),
    ("?q", "http://example.com:81/dir/a?q"), ("http://[::1]:5/x", "http://[::1]:5/x"),
  ])
  func `an answer leads on from where it came`(location: String, next: String) throws {
    let address = try #require(HTTPAddress("http://example.com:81/dir/a"))
    #expect(address.following(location)?.text == next)
  }

  @Test(arguments: ["file:///etc/passwd", "unix:///run/x", "gopher://a/", "http://\\127.0.0.1/"])
  func `an answer leads to no place of another kind`(location: String) throws {
    let address = try #require(HTTPAddress("http://example.com/"))
    #expect(address.following(location) == nil)
  }
}
