import TestSupport
import Testing

@testable import Migration

struct LocationPrefixTests {
  @Test(
    arguments: [
      ("s3://", "s3://photos/a?endpoint=http://h", true),
      ("s3://photos", "s3://photos/a/b?endpoint=http://h", true),
      ("s3://photos/", "s3://photos?endpoint=http://h", true),
      ("s3://photos/a", "s3://photos/a/b?endpoint=http://h", true),
      ("s3://photos/a/", "s3://photos/a?endpoint=http://h", true),
      ("s3://photo", "s3://photos?endpoint=http://h", false),
      ("s3://photos/a", "s3://photos/ab?endpoint=http://h", false),
      ("s3://photos/a", "s3://photos?endpoint=http://h", false),
      ("s3://photos", "obs://photos?region=r", false),
      ("s3://?endpoint=http://h", "s3://photos/a?endpoint=http://h", true),
      ("s3://?endpoint=HTTP://H/", "s3://photos/a?endpoint=http://h", true),
      ("s3://?endpoint=http://h", "s3://photos?endpoint=http://i", false),
      ("s3://?endpoint=http://h", "s3://photos?endpoint=http://h&region=r", true),
      ("s3://?region=r", "s3://photos?endpoint=http://h&region=r", true),
      ("s3://?region=r", "s3://photos?endpoint=http://h", false),
      ("obs://", "obs://photos?region=r", true),
      ("obs://photos?region=r", "obs://photos?region=s", false),
    ] as [(String, String, Bool)])
  func `a prefix holds locations by whole names`(
    prefix: String, location: String, isHeld: Bool
  ) throws {
    #expect(try LocationPrefix(prefix).holds(try StorageLocation(location)) == isHeld)
  }

  @Test func `every key has to be held, and Huawei's own cloud has several names`() throws {
    let prefix = try LocationPrefix("obs://photos/a")
    func holds(_ keys: [String], _ provider: String = "OBS") -> Bool {
      prefix.holds(StorageLocation(provider: provider, region: "r", bucket: "photos", keys: keys))
    }
    #expect(holds(["a/", "a/b"]))
    for name in ["HEC", "HuaweiCloud", ""] { #expect(holds(["a"], name)) }
    #expect(!holds(["a/", "b/"]) && !holds([]) && !holds(["a"], "AWS"))
  }

  @Test(arguments: [
    ("s3://a/b", "s3://a"), ("s3://a", "s3://?endpoint=http://h&region=r"),
    ("s3://a?endpoint=http://h", "s3://a"), ("s3://a/b", "s3://a?endpoint=http://h&region=r"),
  ])
  func `more names say more, and among as many, options do`(more: String, less: String) throws {
    let (more, less) = (try LocationPrefix(more), try LocationPrefix(less))
    #expect(more.isLonger(than: less) && !less.isLonger(than: more))
  }

  @Test func `the same places are the same, however they are written`() throws {
    let one = try LocationPrefix("s3://a/b/?region=r&endpoint=http://h/")
    #expect(one.isSame(as: try LocationPrefix("s3://a/b?endpoint=HTTP://h&region=r")))
    #expect(!one.isSame(as: try LocationPrefix("s3://a/b?endpoint=http://h")))
  }

  @Test(arguments: [
    "", "photos", "ftp://a", "s3://a?endpoint=nonsense", "s3://a?colour=red", "obs://a?endpoint=x",
    "s3://a?region=r&region=s", "s3://KEY:HUSH@a",
  ])
  func `anything else is refused in one line that tells no key`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try LocationPrefix(text) }
    #expect(error?.english.contains("\n") == false)
    #expect(error?.english.contains("HUSH") == false)
  }
}
