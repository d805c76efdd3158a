/// The providers that this service moves objects between, in OMS's words.
package enum ServedProviders {
  /// What a source may be; `URLSource` goes with a task type that is not served.
  package static let sources = [
    "Local", "S3", "Rclone", "HuaweiCloud", "AWS", "Aliyun", "Tencent", "QingCloud",
    "KingsoftCloud", "Baidu", "Qiniu",
  ]

  /// What a destination may be.
  package static let destinations = sources + ["Azure", "Google", "UCloud"]
}
