package import Migration

extension WireBody {
  /// The body of a creation: section 3 of the v1 reference, 4 and 5 of the v2 reference.
  ///
  /// - Parameters:
  ///   - order: What is to be made.
  ///   - dialect: What is made: a task, or a group.
  /// - Returns: The body.
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when it cannot say all of it.
  package static func creation(
    of order: NewTask, in dialect: TaskDialect
  ) throws(APIProblem) -> WireBody {
    try Unsayable.check(order, in: dialect)
    try WireSelection.check(order.kind, order.source, order.settings)
    var settings = order.settings
    if dialect.isFirst {
      // These two have no default in v1.
      settings.isEncrypted = settings.isEncrypted ?? false
      settings.threads = settings.threads ?? 20
    }
    // Groups write the kind in capitals.
    let kind = dialect == .group ? order.kind.rawValue.uppercased() : order.kind.rawValue
    return WireBody { writer in
      writer.object(TaskMember.names(in: dialect)) { members in
        members.write(.source) { writer in
          writer.object(NodeMember.self) { $0.writeSource(of: order, in: dialect) }
        }
        members.write(.destination) { writer in
          writer.object(NodeMember.self) { $0.writeDestination(of: order, in: dialect) }
        }
        members.write(.kind, kind)
        members.writeRequest(settings, domainKey: order.keys.sourceDomain)
        if let notification = order.notification {
          members.write(dialect.isFirst ? .notification : .notificationWish) {
            $0.write(notification, in: dialect)
          }
        }
      }
    }
  }
}

extension MemberWriter where Member == NodeMember {
  fileprivate mutating func writeSource(of order: NewTask, in dialect: TaskDialect) {
    write(.cloudType, words: order.source.provider)
    writeRequest(order.source, keys: order.keys.source)
    write(.appID, order.settings.appID)
    if let file = order.settings.listFile {
      write(.listFile) { WireForm.listFile.write(file, &$0) }
    } else if dialect.isFirst {
      write(.objectKey) { writer in
        writer.object(ObjectKeysMember.self) { members in
          members.write(.path, "")
          members.write(.keys, order.source.keys)
        }
      }
    } else {
      let chosen = ObjectKeys.withoutWholeBucket(order.source.keys)
      write(.objectKey, chosen.isEmpty ? [""] : chosen)
    }
  }

  fileprivate mutating func writeDestination(of order: NewTask, in dialect: TaskDialect) {
    let provider = order.destination.provider
    switch dialect {
    case .v1: write(.cloudType, words: provider)
    case .v2, .synchronisation: if !WireProvider.isOwn(provider) { write(.cloudType, provider) }
    case .group: write(.cloudType, WireProvider.isOwn(provider) ? "HEC" : provider)
    }
    writeRequest(order.destination, keys: order.keys.destination)
    if dialect.isFirst {
      write(.objectKey, order.destination.keys.first ?? "")
    } else {
      write(.savePrefix, ObjectKeys.withoutWholeBucket(order.destination.keys).first)
    }
  }
}

extension Unsayable {
  fileprivate static func check(
    _ order: NewTask, in dialect: TaskDialect
  ) throws(APIProblem) {
    let settings = order.settings
    switch dialect {
    case .v1:
      var unsayable = Unsayable(in: .v1)
      unsayable.note(.metadata, if: settings.movesMetadata != nil)
      unsayable.note(.requesterPays, if: settings.requesterPays != nil)
      unsayable.note(.overwrite, if: settings.overwriteMode != nil)
      unsayable.note(.storageClass, if: settings.storageClass != nil)
      unsayable.note(.check, if: settings.consistencyCheck != nil)
      unsayable.note(.priority, if: settings.priority != nil)
      unsayable.note(.listFileCount, if: settings.listFile?.count != nil)
      unsayable.note(.messageTemplate, if: order.notification?.template != nil)
      unsayable.noteMoreThanPair(in: order.keys)
      try unsayable.refuse()
    case .v2, .synchronisation:
      var unsayable = Unsayable(in: .v2)
      unsayable.note(.threads, if: settings.threads != nil)
      try unsayable.refuse()
    case .group:
      var unsayable = Unsayable(in: .group)
      unsayable.note(.kindObject, if: order.kind == .object)
      unsayable.note(.threads, if: settings.threads != nil)
      unsayable.note(.encryption, if: settings.isEncrypted != nil)
      unsayable.note(.priority, if: settings.priority != nil)
      unsayable.note(.temporaryKeys, if: order.keys.hasTemporary)
      try unsayable.refuse()
    }
  }
}
