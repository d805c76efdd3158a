package import Migration

/// What it takes to create a task again, but for the keys, which are kept nowhere.
package struct JournalledTask: Codable, Equatable, Sendable {
  /// One side.
  package struct Side: Codable, Equatable, Sendable {
    /// The provider's word.
    package var provider: String
    /// The region or endpoint.
    package var region: String
    /// The bucket.
    package var bucket: String
    /// The keys, prefixes or folder.
    package var keys: [String]

    init(_ location: StorageLocation) {
      provider = location.provider
      region = location.region
      bucket = location.bucket
      keys = location.keys
    }

    /// The side as a location.
    package var location: StorageLocation {
      StorageLocation(provider: provider, region: region, bucket: bucket, keys: keys)
    }
  }

  /// Where the objects come from.
  package var source: Side
  /// Where they go to.
  package var destination: Side
  /// How the objects are chosen, in OMS's word; ``syncKind`` for a synchronisation task.
  package var kind: String
  /// What else was chosen.
  package var settings: TaskSettings

  /// What `task` was made of.
  package init(_ task: MigrationTask) {
    source = Side(task.source)
    destination = Side(task.destination)
    kind = task.kind.rawValue
    settings = task.settings
  }

  /// What `task` is to be made of.
  package init(_ task: NewTask) {
    source = Side(task.source)
    destination = Side(task.destination)
    kind = task.kind.rawValue
    settings = task.settings
  }

  /// What `group` was made of.
  package init(_ group: TaskGroup) {
    source = Side(group.source)
    destination = Side(group.destination)
    kind = group.kind.rawValue
    settings = group.settings
  }

  /// What `sync` was made of.
  package init(_ sync: SyncTask) {
    source = Side(sync.source)
    destination = Side(sync.destination)
    kind = Self.syncKind
    settings = sync.settings
  }

  /// The kind of synchronisation tasks, which choose no objects.
  package static let syncKind = "sync"

  /// A task like it, without keys; `nil` when it is none that can be created so.
  package var newTask: NewTask? {
    guard let kind = TaskKind(rawValue: kind) else { return nil }
    return NewTask(
      kind: kind, source: source.location, destination: destination.location,
      keys: TransferKeys(), settings: settings)
  }

  private enum CodingKeys: String, CodingKey { case source, destination, kind }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    source = try container.decode(Side.self, forKey: .source)
    destination = try container.decode(Side.self, forKey: .destination)
    kind = try container.decode(String.self, forKey: .kind)
    settings = try TaskSettings(from: decoder)
  }

  // The settings are members beside the others, as they were when there were few of them.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(destination, forKey: .destination)
    try container.encode(kind, forKey: .kind)
    try settings.encode(to: encoder)
  }
}
