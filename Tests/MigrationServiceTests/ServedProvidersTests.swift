import Testing

@testable import MigrationService

struct ServedProvidersTests {
  @Test(arguments: ServedProviders.destinations)
  func `what is said to be served can be moved`(provider: String) {
    #expect(CloudProvider.isServed(provider))
  }
}
