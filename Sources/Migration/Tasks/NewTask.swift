/// A task to be made, or a group of tasks that the service splits it into.
package struct NewTask: Equatable, Sendable {
  /// How the objects are chosen; a group is not for `object`.
  package var kind: TaskKind
  /// Where the objects come from, with the keys or prefixes to move.
  package var source: StorageLocation
  /// Where they go to; `keys` holds the target folder.
  package var destination: StorageLocation
  /// The keys for both sides.
  package var keys: TransferKeys
  /// What else the user chose.
  package var settings: TaskSettings
  /// Who is told about the end; `nil` means nobody.
  package var notification: NotificationRequest?

  /// A task.
  package init(
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

/// A message that the provider's notification service sends when a task ends.
package struct NotificationRequest: Equatable, Hashable, Sendable {
  /// The topic.
  package var topicURN: String
  /// Whether a success is told.
  package var onSuccess: Bool
  /// Whether a failure is told.
  package var onFailure: Bool
  /// `zh-cn` or `en-us`; `nil` leaves it to the service.
  package var language: String?
  /// The template of the message (v2).
  package var template: String?

  /// A request.
  package init(
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
package struct CreatedTask: Equatable, Sendable {
  /// The new task's id.
  package var id: TaskID
  /// The name that the service gave it.
  package var name: String

  /// A new task.
  package init(id: TaskID, name: String) {
    self.id = id
    self.name = name
  }
}
