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
    "rclone::bucket",
  ])
  func `anything else is refused in one line`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try StorageLocation(text) }
    #expect(error?.english.contains("\n") == false)
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
