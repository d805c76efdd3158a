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
    ("Failed to copy: permission denied", "TRF.0153"),
    ("Failed to copy: file does not exist", "TRF.0156"),
    ("Failed to copy: Update Close failed: permission denied", "TRF.0054"),
    (
      "Failed to copy: unchunked simple update failed: Method Not Allowed: 405 Method Not Allowed",
      "TRF.0054"
    ),
    ("Failed to copy: unchunked simple update failed: 507 Insufficient Storage", "TRF.0055"),
    ("Failed to copy: unchunked simple update failed: 503 Service Unavailable", "TRF.0159"),
    ("Failed to copy: Update ReadFrom failed: connection lost", "TRF.0061"),
  ])
  func `an error has OMS's code`(message: String, code: String) {
    #expect(TransferFault(message).code == code)
  }

  @Test(arguments: [
    "read metadata failed: 401 Unauthorized: 401 Unauthorized",
    "NewFs: couldn't connect SSH: ssh: handshake failed: ssh: unable to authenticate, attempted methods "
      + "[none password], no supported methods remain",
    "NewFs: failed to make FTP connection to \"127.0.0.1:21\": 530 \"Incorrect password\"",
  ])
  func `a password that is refused is a key of the side whose path is named`(words: String) {
    let paths = SidePaths(source: "dav:a", destination: #"dav:b "c\d""#)
    for (path, code) in [("dav:a", "TRF.0151"), (#"dav:b \"c\\d\""#, "TRF.0057")] {
      let message = "Failed to create file system for \"\(path)\": \(words)"
      #expect(TransferFault(message, between: paths).code == code)
    }
  }

  @Test func `unknown words are shown in one clean line`() {
    let fault = TransferFault("boom\u{1B}[31m\tred\nsecond line")
    #expect(fault.sentence == "rclone reports: boom\u{241B}[31m\u{2409}red")
  }

  @Test func `what stands behind the mark of an address is not told`() {
    let fault = TransferFault(
      "Get \"https://x.blob.example.com/c/k?sv=1&sig=secret\": x509: certificate has expired")
    #expect(
      fault.words == "Get \"https://x.blob.example.com/c/k?…\": x509: certificate has expired")
  }

  @Test func `words without end are cut`() {
    #expect(TransferFault(String(repeating: "x", count: 100_000)).words.count == 300)
  }

  @Test(arguments: [
    ("PutObject SignatureDoesNotMatch", 20, "TRF.0057"),
    ("PutObject AccessDenied", 1000, "TRF.0054"),
    ("PutObject SlowDown", 1000, "TRF.0159"),
  ])
  func `so many failures in a row for one cause are enough`(
    message: String, count: Int, code: String
  ) {
    var breaker = CircuitBreaker()
    let fault = TransferFault(message)
    for _ in 1..<count { breaker.failed(fault) }
    #expect(breaker.fault == nil)
    breaker.failed(fault)
    #expect(breaker.fault?.code == code)
  }

  @Test(arguments: [
    ("RequestTimeTooSkewed", "The clock of this machine and that of the source differ too much"),
    ("UserDisable", "The account at the source is disabled or in arrears"),
    ("AccessDenied", "The keys for the source may not list its objects"),
    (
      "SecondLevelDomainForbidden",
      "The address of the source is refused; try it with &addressing=virtual, or with =path"
    ),
    (
      "AuthorizationHeaderMalformed",
      "The region of the source is another one; say which with &region="
    ),
  ])
  func `what the store calls it decides, and stands there`(code: String, sentence: String) {
    let fault = TransferFault(
      "error reading source root directory: operation error S3: ListObjects, https response error "
        + "StatusCode: 403, RequestID: r1, HostID: , api error \(code): words")
    #expect(fault.sentence == "\(sentence) (\(code))")
  }

  @Test func `an answer that is none of a store's is told as such`() {
    let fault = TransferFault(
      "error reading source root directory: StatusCode: 403, RequestID: , HostID: , error while "
        + "deserializing xml error response : XML syntax error on line 2")
    #expect(
      fault.sentence == "What answers at the source does not answer as an object store does")
  }

  @Test func `what changes at the source is not the destination's fault`() {
    let fault = TransferFault(
      "Failed to copy: operation error S3: PutObject, StatusCode: 0, Put: can't copy - source file "
        + "is being updated (size changed from 1 to 2)")
    #expect(fault.code == "TRF.0157")
    #expect(fault.sentence == "The object changed at the source while it was read")
  }

  @Test func `an arrival in between starts the row again`() {
    var breaker = CircuitBreaker()
    for _ in 0..<100 {
      breaker.failed(TransferFault("PutObject SignatureDoesNotMatch"))
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
    for _ in 0..<2000 { breaker.failed(TransferFault(message)) }
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

  @Test func `what failed in an earlier pass is told only if nothing has failed since`() {
    var tally = FaultTally()
    tally.add(TransferFault("statuscode: 503"), object: "a")
    tally.add(TransferFault("statuscode: 503"), object: "b")
    tally.beginPass()
    #expect(tally.mostFrequent?.example == "a")
    tally.add(TransferFault("PutObject AccessDenied"), object: "b")
    #expect(tally.mostFrequent?.fault.cause == .denied)
    #expect(tally.mostFrequent?.example == "b")
  }
}
