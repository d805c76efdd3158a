import FoundationEssentials
import Testing

@testable import Migration

@testable import MigrationService

/// What rclone and this service make of the options of an S3 store.
struct StoreOptionsTests {
  private func place(_ region: String) -> StorageLocation {
    StorageLocation(provider: "S3", region: region, bucket: "photos")
  }

  private func options(_ region: String, _ keys: StorageKeys? = nil) -> [String: String] {
    CloudProvider.options(for: place(region), keys: keys) ?? [:]
  }

  @Test func `a store without options is asked as rclone does by itself`() {
    let options = options("https://s3.example.test")
    #expect(options["endpoint"] == "https://s3.example.test")
    #expect(options["region"] == nil && options["force_path_style"] == nil)
  }

  @Test(arguments: [("path", "true"), ("virtual", "false")])
  func `region and addressing reach rclone, and the endpoint is without them`(
    addressing: String, style: String
  ) {
    let options = options("https://s3.example.test?region=eu-1&addressing=\(addressing)")
    #expect(options["endpoint"] == "https://s3.example.test")
    #expect(options["region"] == "eu-1" && options["force_path_style"] == style)
  }

  @Test func `the token of temporary keys reaches rclone`() {
    let keys = StorageKeys(
      accessKey: "A", secretKey: Secret("S"), securityToken: Secret("T"))
    #expect(options("http://h", keys)["session_token"] == "T")
    #expect(options("http://h")["session_token"] == nil)
  }

  @Test func `a connection string opens Azure, and a key file Google`() {
    let azure = StorageLocation(provider: "Azure", bucket: "photos")
    let pair = StorageKeys(accessKey: "account", secretKey: Secret("key"))
    #expect(CloudProvider.options(for: azure, keys: pair)?["account"] == "account")
    let text = StorageKeys(connectionString: Secret("AccountName=a"))
    #expect(
      CloudProvider.options(for: azure, keys: text)
        == ["type": "azureblob", "connection_string": "AccountName=a"])
    let google = StorageLocation(provider: "Google", bucket: "photos")
    let file = CloudProvider.options(for: google, keys: StorageKeys(authFile: Secret("{}")))
    #expect(file == ["type": "google cloud storage", "service_account_credentials": "{}"])
  }

  @Test func `requests that are not rclone's name the region, and leave other addressing alone`() {
    #expect(S3Address(place("http://h?region=eu-1&addressing=path"))?.region == "eu-1")
    #expect(S3Address(place("http://h?region=eu-1"))?.bucket == "http://h/photos")
    #expect(S3Address(place("http://h?addressing=virtual")) == nil)
  }

  @Test func `how a store is asked makes it no other one`() {
    let definition = TaskDefinition(
      kind: .object, source: place("http://h"),
      destination: place("http://H/?region=eu-1&addressing=path"))
    #expect(Nesting.isInside(definition))
  }

  @Test(arguments: [
    "ftp://h", "http://h?colour=red", "http://h?addressing=dns", "http://h?region=r&region=s",
    "http://h#x", "http://me:secret@h",
  ])
  func `anything else is refused before rclone is asked`(region: String) {
    #expect(throws: LocationProblem.self) { try CheckedLocation(place(region), as: .source) }
  }
}
