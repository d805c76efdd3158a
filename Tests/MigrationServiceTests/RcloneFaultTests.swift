import Testing

@testable import MigrationService

/// What rclone's errors are called in OMS.
@Suite struct RcloneFaultTests {
  @Test(arguments: [
    (
      "error reading source root directory: … StatusCode: 403, api error InvalidAccessKeyId: x",
      "TRF.0151"
    ),
    (
      "error reading source root directory: … StatusCode: 403, api error SignatureDoesNotMatch: x",
      "TRF.0151"
    ),
    (
      "error reading source root directory: … StatusCode: 403, api error AccessDenied: x",
      "TRF.0152"
    ),
    (
      "Failed to copy: failed to open source object: … StatusCode: 403, api error AccessDenied",
      "TRF.0153"
    ),
    ("error reading source root directory: directory not found", "TRF.0155"),
    ("Failed to copy: failed to open source object: object not found", "TRF.0156"),
    ("Failed to copy: failed to open source object: … GetObject, StatusCode: 500", "TRF.0157"),
    ("error reading source root directory: … StatusCode: 0, dial tcp 127.0.0.1:9", "TRF.0157"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 503, SlowDown", "TRF.0159"),
    ("Failed to copy: Object in GLACIER, restore first: bucket=b, key=k", "TRF.0160"),
    ("error reading destination root directory: … SignatureDoesNotMatch", "TRF.0057"),
    ("error reading destination root directory: … StatusCode: 403, AccessDenied", "TRF.0051"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 403, AccessDenied", "TRF.0054"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 404, NoSuchBucket", "TRF.0058"),
    ("Failed to copy: write /x: no space left on device", "TRF.0055"),
    ("Failed to copy: preallocate: file too big for remaining disk space", "TRF.0055"),
    ("Failed to copy: open /x: read-only file system", "TRF.0054"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 507", "TRF.0055"),
    ("Failed to copy: operation error S3: PutObject, KeyTooLongError", "TRF.0060"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 500", "TRF.0061"),
    ("Failed to copy: operation error S3: PutObject, StatusCode: 0, dial tcp", "TRF.0061"),
    ("corrupted on transfer: md5 hashes differ", "TRF.0062"),
    ("Failed to copy: something new", "TRF.0001"),
  ])
  func `an error has OMS's code`(message: String, code: String) {
    #expect(TransferFault(message).code == code)
  }

  @Test func `unknown words are shown in one clean line`() {
    let fault = TransferFault("boom\u{1B}[31m\tred\nsecond line")
    #expect(fault.sentence == "rclone reports: boom\u{241B}[31m\u{2409}red")
  }

  @Test func `words without end are cut`() {
    #expect(TransferFault(String(repeating: "x", count: 100_000)).words.count == 300)
  }

  @Test func `twenty failures in a row for one cause are enough`() {
    var breaker = CircuitBreaker()
    let fault = TransferFault("PutObject AccessDenied")
    for _ in 0..<19 { breaker.failed(fault) }
    #expect(breaker.fault == nil)
    breaker.failed(fault)
    #expect(breaker.fault?.code == "TRF.0054")
  }

  @Test func `an arrival in between starts the row again`() {
    var breaker = CircuitBreaker()
    for _ in 0..<100 {
      breaker.failed(TransferFault("PutObject AccessDenied"))
      breaker.arrived()
    }
    #expect(breaker.fault == nil)
  }

  @Test(arguments: [
    "failed to open source object: object not found",
    "failed to open source object: … StatusCode: 403, api error AccessDenied",
    "Failed to copy: failed to open source object: open /x: permission denied",
    "partial file rename failed: can't move object - incompatible remotes",
  ])
  func `what may be wrong with single objects does not give a run up`(message: String) {
    var breaker = CircuitBreaker()
    for _ in 0..<100 { breaker.failed(TransferFault(message)) }
    #expect(breaker.fault == nil)
  }

  @Test func `a run is stalled when its sign stays the same for the limit`() {
    var breaker = CircuitBreaker()
    let start = ContinuousClock.now
    let sign = RunSign(sums: .init(), listed: 1)
    func isStalled(_ sign: RunSign, after seconds: Int) -> Bool {
      breaker.isStalled(sign, at: start + .seconds(seconds), limit: .seconds(10))
    }
    #expect(!isStalled(sign, after: 0))
    #expect(!isStalled(sign, after: 9))
    #expect(!isStalled(RunSign(sums: .init(), listed: 2), after: 10))
    #expect(!isStalled(RunSign(sums: .init(), listed: 2), after: 19))
    #expect(isStalled(RunSign(sums: .init(), listed: 2), after: 20))
  }

  @Test func `the most frequent cause is told with its first object`() {
    var tally = FaultTally()
    tally.add(TransferFault("PutObject AccessDenied"), object: "a")
    tally.add(TransferFault("failed to open source object: object not found"), object: "b")
    tally.add(TransferFault("failed to open source object: object not found"), object: "c")
    #expect(tally.mostFrequent?.fault.code == "TRF.0156")
    #expect(tally.mostFrequent?.example == "b")
  }
}
