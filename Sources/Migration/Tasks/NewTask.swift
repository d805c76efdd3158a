/// A task to be made, or a group of tasks that the service splits it into.
public struct NewTask: Equatable, Sendable {
  /// How the objects are chosen; a group is not for `object`.
  public var kind: TaskKind
  /// Where the objects come from, with the keys or prefixes to move.
  public var source: StorageLocation
  /// Where they go to; `keys` holds the target folder.
  public var destination: StorageLocation
  /// The keys for both sides.
  public var keys: TransferKeys
  /// What else the user chose.
  public var settings: TaskSettings
  /// Who is told about the end; `nil` means nobody.
  public var notification: NotificationRequest?

  /// A task.
  public init(
    kind: TaskKind = .object, source: StorageLocation, destination: StorageLocation,
    keys: TransferKeys, settings: TaskSettings = TaskSettings()
  ) {
    self.kind = kind
    self.source = source
    self.destination = destination
    self.keys = keys
    self.settings = settings
  }
}

extension NewTask {
  /// The same with something else in the place of each secret, for whoever only looks at the rest.
  package var withoutSecrets: NewTask {
    let shown = StorageKeys(accessKey: "none", secretKey: Secret("none"))
    var task = self
    task.keys = TransferKeys(
      source: source.needsKeys ? shown : nil, destination: destination.needsKeys ? shown : nil,
      sourceDomain: settings.sourceDomain.map { _ in Secret("none") })
    return task
  }
}

/// A message that the provider's notification service sends when a task ends.
public struct NotificationRequest: Equatable, Hashable, Sendable {
  /// The topic.
  public var topicURN: String
  /// Whether a success is told.
  public var onSuccess: Bool
  /// Whether a failure is told.
  public var onFailure: Bool
  /// `zh-cn` or `en-us`; `nil` leaves it to the service.
  public var language: String?
  /// The template of the message (v2).
  public var template: String?

  /// A request.
  public init(
    topicURN: String, onSuccess: Bool, onFailure: Bool, language: String? = nil,
    template: String? = nil
  ) {
    self.topicURN = topicURN
    self.onSuccess = onSuccess
    self.onFailure = onFailure
    self.language = language
    self.template = template
  }
}

/// What the service answers when a task was made.
public struct CreatedTask: Equatable, Sendable {
  /// The new task's id.
  public var id: TaskID
  /// The name that the service gave it.
  public var name: String

  /// A new task.
  public init(id: TaskID, name: String) {
    self.id = id
    self.name = name
  }
}
