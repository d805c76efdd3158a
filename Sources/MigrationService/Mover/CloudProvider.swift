import Migration

/// How OMS's providers are called in rclone.
enum CloudProvider {
  /// Whether objects at a provider can be moved.
  static func isServed(_ provider: String) -> Bool {
    ["Local", "Rclone", "URLSource"].contains(provider)
      || options(for: StorageLocation(provider: provider), keys: nil) != nil
  }

  /// Whether objects at a provider are read by the requests of S3.
  static func speaksS3(_ provider: String) -> Bool {
    options(for: StorageLocation(provider: provider), keys: nil)?["type"] == "s3"
  }

  /// A region at which a provider lists the buckets of all of its regions; `nil` where that needs none,
  /// or where only the caller can know one.
  static func home(of provider: String) -> String? {
    homes[StorageLocation.commonProvider(provider)]
  }

  private static let homes = [
    "HuaweiCloud": "cn-north-4", "Aliyun": "cn-hangzhou", "Tencent": "ap-guangzhou",
    "Qiniu": "cn-east-1", "QingCloud": "pek3a", "KingsoftCloud": "cn-beijing", "Baidu": "bj",
    "UCloud": "cn-bj", "AWS": "us-east-1",
  ]

  /// rclone's options for a bucket at `location`; `nil` when rclone has nothing for the provider.
  static func options(for location: StorageLocation, keys: StorageKeys?) -> [String: String]? {
    let region = location.region
    let accessKey = keys?.accessKey ?? ""
    let secretKey = keys?.secretKey.reveal() ?? ""
    switch location.provider {
    case "Azure":
      if let text = keys?.connectionString?.reveal() {
        return ["type": "azureblob", "connection_string": text]
      }
      return ["type": "azureblob", "account": accessKey, "key": secretKey]
    case "Google" where keys?.authFile != nil:
      return [
        "type": "google cloud storage",
        "service_account_credentials": keys?.authFile?.reveal() ?? "",
      ]
    case "QingCloud":
      return [
        "type": "qingstor", "zone": region, "access_key_id": accessKey,
        "secret_access_key": secretKey,
      ]
    default:
      guard var options = storeOptions(provider: location.provider, region: region) else {
        return nil
      }
      options["type"] = "s3"
      options["access_key_id"] = accessKey
      options["secret_access_key"] = secretKey
      options["session_token"] = keys?.securityToken?.reveal()
      return options
    }
  }

  private static func options(of store: S3Store?) -> [String: String] {
    var options = ["provider": "Other"]
    options["endpoint"] = store?.endpoint.description
    options["region"] = store?.region
    options["force_path_style"] = store?.addressing.map { $0 == .path ? "true" : "false" }
    return options
  }

  /// What differs between the stores that speak S3.
  private static func storeOptions(provider: String, region: String) -> [String: String]? {
    switch StorageLocation.commonProvider(provider) {
    case "S3": options(of: try? S3Store(region))
    case "AWS":
      region.hasPrefix("cn-")
        ? ["provider": "AWS", "region": region, "endpoint": "s3.\(region).amazonaws.com.cn"]
        : ["provider": "AWS", "region": region]
    case "HuaweiCloud":
      [
        "provider": "HuaweiOBS", "region": region, "endpoint": Region.host(of: "obs", in: region),
      ]
    case "Aliyun":
      [
        "provider": "Alibaba",
        "endpoint": (region.hasPrefix("oss-") ? region : "oss-" + region) + ".aliyuncs.com",
      ]
    case "Tencent":
      ["provider": "TencentCOS", "endpoint": "cos.\(region).myqcloud.com"]
    case "Qiniu":
      ["provider": "Qiniu", "region": region, "endpoint": "s3-\(region).qiniucs.com"]
    case "UCloud":
      ["provider": "US3", "endpoint": "s3-\(region).ufileos.com"]
    case "KingsoftCloud":
      [
        "provider": "Other", "endpoint": "ks3-\(region).ksyuncs.com", "force_path_style": "false",
      ]
    case "Baidu":
      ["provider": "Other", "region": region, "endpoint": "s3.\(region).bcebos.com"]
    case "Google":
      ["provider": "GCS", "endpoint": "https://storage.googleapis.com"]
    default: nil
    }
  }
}
