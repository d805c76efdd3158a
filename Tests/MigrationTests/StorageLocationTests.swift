import TestSupport
import Testing

@testable import Migration

struct StorageLocationTests {
  @Test(arguments: [
    ("local:/srv/photos", StorageLocation(provider: "Local", bucket: "/srv/photos")),
    (
      "s3://photos/2024/?endpoint=http://127.0.0.1:9000",
      StorageLocation(
        provider: "S3", region: "http://127.0.0.1:9000", bucket: "photos", keys: ["2024/"])
    ),
    (
      "s3://photos?endpoint=https%3A%2F%2Fs3.example.test",
      StorageLocation(provider: "S3", region: "https://s3.example.test", bucket: "photos")
    ),
    (
      "s3://photos?region=eu-1&addressing=virtual&endpoint=HTTPS://S3.example.test/",
      StorageLocation(
        provider: "S3", region: "https://s3.example.test?region=eu-1&addressing=virtual",
        bucket: "photos")
    ),
    (
      "obs://archive/in/?region=cn-north-4",
      StorageLocation(
        provider: "HuaweiCloud", region: "cn-north-4", bucket: "archive", keys: ["in/"])
    ),
    (
      "oss://照片?region=oss-cn-hangzhou",
      StorageLocation(provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "照片")
    ),
    (
      "rclone:mine:bucket/a b/c",
      StorageLocation(provider: "Rclone", bucket: "mine:bucket", keys: ["a b/c"])
    ),
  ])
  func `a location is read as users write it`(text: String, location: StorageLocation) throws {
    #expect(try StorageLocation(text) == location)
  }

  @Test(arguments: [
    "", "photos", "/srv/photos", "local:photos", "s3://photos", "s3:///key?endpoint=http://h",
    "s3://b?region=x", "s3://b?endpoint=nonsense", "obs://b", "ftp://b?region=r", "rclone:bucket",
    "rclone::bucket", "s3://b?region=x&addressing=path", "s3://b?endpoint=http://h&region=a b",
    "s3://b?endpoint=http://h&region=", "s3://b?endpoint=http://h&addressing=dns",
    "s3://b?endpoint=http://h&endpoint=http://i", "s3://b?endpoint=unix:///run/s",
    "s3://b?endpoint=http://h?region=x", "obs://b?region=r&region=s", "obs://b?endpoint=http://h",
  ])
  func `anything else is refused in one line`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try StorageLocation(text) }
    #expect(error?.english.contains("\n") == false)
  }

  @Test(arguments: [
    "local:/srv/photos", "s3://photos/2024/?endpoint=http%3A%2F%2F127.0.0.1%3A9000",
    "s3://photos/a%20b?endpoint=https%3A%2F%2Fs3.example.test%2Fdir&region=eu-1&addressing=path",
    "obs://archive/in/?region=cn-north-4", "oss://照片?region=oss-cn-hangzhou",
    "rclone:mine:bucket/a b/c", "google://b?region=eu",
  ])
  func `a location that was read is written so that it is read again`(text: String) throws {
    let location = try StorageLocation(text)
    #expect(location.text == text)
    #expect(try location.text.map { try StorageLocation($0) } == location)
  }

  @Test(arguments: [
    ("aws://a?region=r", "aws://b/c?region=s", true),
    ("obs://a?region=r", "oss://a?region=r", false),
    ("s3://a?endpoint=http://h", "s3://b?endpoint=http://h&region=r", true),
    ("s3://a?endpoint=http://h", "s3://a?endpoint=http://i", false),
  ])
  func `a store is a provider, or an endpoint that is its own`(
    one: String, other: String, isSame: Bool
  ) throws {
    #expect((try StorageLocation(one).store == StorageLocation(other).store) == isSame)
  }

  @Test func `what cannot be written as one location is not written`() {
    #expect(
      StorageLocation(provider: "AWS", region: "r", bucket: "b", keys: ["a", "c"]).text == nil)
    #expect(StorageLocation(provider: "URLSource", keys: ["list"]).text == nil)
    #expect(StorageLocation(provider: "Local", bucket: "/srv", keys: ["a"]).text == nil)
  }

  @Test(arguments: [
    "s3://KEY:HUSH@b/x?endpoint=http://h", "s3://KEY:HUSH@b", "obs://b?region=r&sk=HUSH",
    "KEY:HUSH@b", "ftp://KEY:HUSH@b?sk=HUSH",
  ])
  func `a key in a location is refused and not told again`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try StorageLocation(text) }
    #expect(error?.english.contains("HUSH") == false)
  }

  @Test(
    arguments: [
      (["/"], "b"), ([], "b"), (["a/"], "b/a/"), (["a", "c"], "b/a +1"), (["/x"], "b/x"),
    ] as [([String], String)])
  func `a short name tells bucket and selection`(keys: [String], name: String) {
    #expect(StorageLocation(bucket: "b", keys: keys).shortName == name)
  }
}
