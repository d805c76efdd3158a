import FoundationEssentials
import Migration
import OMSWire

/// The body of a creation: section 3 of the v1 reference, 4 and 5 of the v2 reference.
struct CreateRequest {
  /// What is to be done, in a group by all of its tasks together.
  let definition: TaskDefinition
  /// What opens both sides.
  let keys: TransferKeys

  /// Reads and checks a body.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - dialect: What is created: a task of which version, or a group.
  ///   - bounds: The places that the caller may name.
  ///   - tells: Whether ends can be told.
  /// - Throws: The code that the API has for the first member that is wrong.
  init(
    body: Data, in dialect: TaskDialect, within bounds: Bounds = .anywhere,
    tells: Bool = false
  ) throws(ServiceError) {
    let body = Members(
      try JSONValue.members(of: body), TaskMember.names(in: dialect), code: .parametersInvalid,
      in: dialect)
    guard let source = try body.members(.source, NodeMember.names, code: .sourceInvalid) else {
      throw body.answering(.sourceInvalid).missing(.source)
    }
    guard
      let destination = try body.members(.destination, NodeMember.names, code: .destinationInvalid)
    else { throw body.answering(.destinationInvalid).missing(.destination) }
    let settings = SettingsRequest(body: body, dialect: dialect)
    let kind = try settings.kind()
    let listFile = try Self.listFile(of: kind, source, in: dialect)
    let from = try NodeRequest.source(source, of: kind, in: dialect)
    let to = try NodeRequest.destination(destination, in: dialect)
    var shown = try settings.shown()
    shown.appID = try NodeRequest.appID(source)
    var definition = TaskDefinition(
      kind: kind, source: from.location, destination: to.location,
      threads: try settings.threads(), description: try settings.description(),
      bandwidth: try BandwidthPolicy.windows(body.array(.bandwidth), in: dialect),
      changedSince: try settings.changedSince(), shown: shown,
      choices: try settings.choices(), listFile: listFile)
    definition.telling = try settings.telling()
    self.definition = definition
    keys = TransferKeys(source: from.keys, destination: to.keys)
    try Feasibility.check(definition, in: dialect)
    try bounds.check(definition)
    guard tells || definition.telling == nil else {
      let member: TaskMember = dialect.isFirst ? .notification : .notificationWish
      throw .notOffered(
        "\(member.name(in: dialect)): ends are told to a webhook, and this service was started without "
          + "--webhook; leave it out, or have it started with one")
    }
  }

  /// The file that names the objects; `nil` where the source does.
  private static func listFile(
    of kind: TaskKind, _ source: Members<NodeMember>, in dialect: TaskDialect
  ) throws(ServiceError) -> ListFile? {
    switch kind {
    case .object, .prefix:
      guard source.has(.objectKey) else {
        throw dialect.isFirst
          ? ServiceError(.kindMismatch, "\(kind.rawValue) needs \(source.name(.objectKey))")
          : source.missing(.objectKey)
      }
      return nil
    case .list, .urlList:
      guard let list = try source.members(.listFile, ListFileMember.names, code: .sourceInvalid)
      else {
        throw ServiceError(.kindMismatch, "\(kind.rawValue) needs \(source.name(.listFile))")
      }
      return ListFile(
        bucket: try list.requiredText(.bucket, upTo: 4096),
        key: try list.requiredText(.key, upTo: 1024), count: try list.text(.count, upTo: 20))
    }
  }
}
