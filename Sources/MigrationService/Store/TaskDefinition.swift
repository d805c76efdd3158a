import FoundationEssentials
import Migration

/// What a task was created to do.
///
/// Nothing in it but the speed windows changes afterwards.
struct TaskDefinition: Equatable, Sendable, Codable {
  /// How the objects are chosen.
  var kind: TaskKind
  /// Where the objects come from; no keys mean the whole bucket.
  var source: StorageLocation
  /// Where they go to; `keys` holds the target folder, or nothing for the bucket itself.
  var destination: StorageLocation
  /// Parallel transfers, 0 to 50; 0 leaves the number to the service.
  var threads: Int
  /// The user's words; may be empty.
  var description: String
  /// Speed limits by time of day, at most 5, without overlaps.
  var bandwidth: [BandwidthWindow]
  /// Only objects changed after this; `nil` means all.
  var changedSince: Date?
  /// What is shown again without having an effect here.
  var shown: ShownSettings
  /// The file that names the objects, at the destination's store; `nil` for other kinds.
  var listFile: ListFile?
  /// Which ends are told; `nil` when none is.
  var telling: Telling?
  /// Not there in what was written down while v1 was all there was.
  private var chosen: TransferChoices?

  /// How the objects are moved.
  var choices: TransferChoices {
    get { chosen ?? TransferChoices() }
    set { chosen = newValue }
  }

  /// A task without limits.
  init(
    kind: TaskKind, source: StorageLocation, destination: StorageLocation, threads: Int = 0,
    description: String = "", bandwidth: [BandwidthWindow] = [], changedSince: Date? = nil,
    shown: ShownSettings = ShownSettings(), choices: TransferChoices = TransferChoices(),
    listFile: ListFile? = nil
  ) {
    self.kind = kind
    self.source = source
    self.destination = destination
    self.threads = threads
    self.description = description
    self.bandwidth = bandwidth
    self.changedSince = changedSince
    self.shown = shown
    chosen = choices
    self.listFile = listFile
  }
}

/// Settings of a task that belong to OMS's own infrastructure, kept to be shown again.
struct ShownSettings: Equatable, Sendable, Codable {
  /// Whether the user asked for encryption with KMS.
  var isEncrypted = false
  /// Whether archived source data is to be restored.
  var restoresArchived = false
  /// Whether failed objects are recorded, which has an effect here too.
  var recordsFailures = true
  /// The custom source domain.
  var customDomain: CustomDomain?
  /// The topic of the notification that the user asked for.
  var topic: String?
  /// Tencent's number of the account that owns the source.
  var appID: String?

  /// The defaults of the API.
  init() {}
}

/// The domain that a source is downloaded through, without its key.
struct CustomDomain: Equatable, Sendable, Codable {
  /// `http` or `https`.
  var protocolName: String
  /// The domain.
  var domain: String
  /// OMS's word for the way of authentication.
  var authentication: String

  private enum CodingKeys: String, CodingKey {
    case protocolName = "protocol"
    case domain
    case authentication = "authentication_type"
  }
}
