import Testing

@testable import Migration

/// Where events are posted to.
struct WebhookAddressTests {
  @Test(arguments: [
    ("https://hooks.example.com/a?b=c", "https://hooks.example.com/a?b=c"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
    ("https://h?key=k", "https://h/?key=k"), ("https://h/a#part", "https://h/a"),
  ])
  func `an address keeps its path and query as they are`(text: String, url: String) {
    #expect(WebhookAddress(text)?.url == url)
  }

  @Test(arguments: [
    "", "h", "ftp://h/", "unix:///s", "x?://h/", "?://", "http://", "https://h /a",
    "https://h/\u{7F}é",
    "://h", "http:?//h",
  ])
  func `anything else is none`(text: String) {
    #expect(WebhookAddress(text) == nil)
  }
}
