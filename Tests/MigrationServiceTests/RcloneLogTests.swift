import Testing

@testable import MigrationService

/// What the lines of rclone's log mean.
@Suite struct RcloneLogTests {
  @Test func `an arrival has a name and a size`() {
    let line =
      #"{"level":"info","msg":"Copied (new)","size":3,"object":"a/b","objectType":"*s3.Object"}"#
    #expect(RcloneLogLine(ArraySlice(line.utf8)) == .copied(name: "a/b", size: 3))
  }

  @Test(arguments: [
    "Copied (replaced existing)", "Multi-thread Copied (new)", "Copied (server-side copy)",
  ])
  func `arrivals go by several words`(words: String) {
    let line = #"{"level":"info","msg":"\#(words)","object":"a","objectType":"*local.Object"}"#
    #expect(RcloneLogLine(ArraySlice(line.utf8)) == .copied(name: "a", size: nil))
  }

  @Test func `a failed object has rclone's words`() {
    let line =
      #"{"level":"error","msg":"Failed to copy: no","object":"a\nb","objectType":"*s3.Object"}"#
    #expect(
      RcloneLogLine(ArraySlice(line.utf8)) == .failed(name: "a\nb", message: "Failed to copy: no"))
  }

  @Test func `a name that could not be looked at is one object that has failed`() {
    let message = "--files-from failed to read file: StatusCode: 403, api error Forbidden: no"
    let line = #"{"level":"error","msg":"\#(message)","object":"a/b","objectType":"string"}"#
    #expect(RcloneLogLine(ArraySlice(line.utf8)) == .failed(name: "a/b", message: message))
    #expect(TransferFault(message).side == .source && TransferFault(message).cause == .denied)
  }

  @Test func `an error about a bucket is trouble`() {
    let line =
      #"{"level":"error","msg":"error reading","object":"S3 bucket b","objectType":"*s3.Fs"}"#
    #expect(RcloneLogLine(ArraySlice(line.utf8)) == .trouble(message: "error reading"))
  }

  @Test func `the last words are a summary`() {
    let line = #"{"level":"notice","msg":"Failed to copy with 2 errors: last error was: x"}"#
    #expect(
      RcloneLogLine(ArraySlice(line.utf8))
        == .summary(message: "Failed to copy with 2 errors: last error was: x"))
  }

  @Test func `words of a program that could not begin are a summary`() {
    #expect(RcloneLogLine(ArraySlice("sh: gone".utf8)) == .summary(message: "sh: gone"))
  }

  @Test(arguments: [
    "", "   ", #"{"level":"error","msg":"rc: failed to write: broken pipe"}"#,
    #"{"level":"error","msg":"Attempt 1/1 failed with 2 errors"}"#,
    #"{"level":"info","msg":"Exiting..."}"#,
    #"{"level":"notice","msg":"Can't follow symlink","object":"l"}"#,
  ])
  func `other lines say nothing`(line: String) {
    #expect(RcloneLogLine(ArraySlice(line.utf8)) == nil)
  }

  @Test func `a line of the list keeps semicolons in the name`() {
    let object = ListedObject(ArraySlice("12;1700000000;a;b;c".utf8))
    #expect(object?.name == "a;b;c")
    #expect(object?.size == 12)
    #expect(object?.modified == 1_700_000_000)
  }

  @Test(arguments: ["", "12", "12;3", "x;3;a", "12;x;a", "12;3;", "99999999999999999999;3;a"])
  func `a broken line of the list is none`(line: String) {
    #expect(ListedObject(ArraySlice(line.utf8)) == nil)
  }

  @Test func `an unknown size counts as nothing`() {
    #expect(ListedObject(ArraySlice("-1;3;a".utf8))?.size == 0)
  }
}
