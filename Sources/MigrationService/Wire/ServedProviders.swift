import Migration
import OMSWire

/// The providers that this service moves objects between, in OMS's words.
package enum ServedProviders {
  /// What a source may be in v1, beside the addresses of a list.
  package static let sources = [
    "Local", "S3", "Rclone", "HuaweiCloud", "AWS", "Aliyun", "Tencent", "QingCloud",
    "KingsoftCloud", "Baidu", "Qiniu",
  ]

  /// The source of a list of addresses, whatever servers these are of.
  package static let addresses = "URLSource"

  /// What a destination may be.
  package static let destinations = sources + ["Azure", "Google", "UCloud"]

  /// What can be chosen from: whatever other region a provider has will do as well, and the places that
  /// only this service has are in none.
  static let regions = destinations.map { provider in
    ProviderRegions(
      provider: provider,
      regions: provider == "HuaweiCloud" ? own.map { StorageRegion(id: $0, name: $0) } : [])
  }

  /// The regions that the provider's own SDK knows.
  private static let own = [
    "cn-north-1", "cn-north-4", "cn-north-9", "cn-north-12", "cn-east-2", "cn-east-3", "cn-east-4",
    "cn-south-1", "cn-south-4", "cn-southwest-2", "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "la-south-2", "la-north-2",
    "sa-brazil-1", "tr-west-1", "me-east-1", "af-south-1",
  ]

  /// What a source may be: v2 has members for the keys of some more.
  static func sources(in dialect: TaskDialect) -> [String] {
    dialect.isFirst ? sources : destinations
  }
}
