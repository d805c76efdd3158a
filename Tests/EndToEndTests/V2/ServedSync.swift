/// A synchronisation task of a service of v2: section 6 of its reference.
struct ServedSync: Codable, Sendable {
  var syncTaskId: String
  var srcCloudType = "AWS"
  var srcRegion = "eu-1"
  var srcBucket: String
  var dstBucket = "archive"
  var dstRegion = "region-x"
  var createTime: Int64 = 1_718_180_000_000
  var lastStartTime: Int64 = 1_718_180_100_000
  var description = ""
  var status = "SYNCHRONIZING"
  var monthlyAcceptanceRequest: Int64?
  var monthlySuccessObject: Int64?
  var monthlyFailureObject: Int64?
  var monthlySkipObject: Int64?
  var monthlySize: Int64?

  /// A task that follows a bucket.
  init(_ id: String, from bucket: String, status: String = "SYNCHRONIZING") {
    syncTaskId = id
    srcBucket = bucket
    self.status = status
  }

  /// The task with the sums of a month.
  var withMonth: ServedSync {
    var task = self
    task.monthlyAcceptanceRequest = 42
    task.monthlySuccessObject = 30
    task.monthlyFailureObject = 2
    task.monthlySkipObject = 10
    task.monthlySize = 1_048_576
    return task
  }
}
