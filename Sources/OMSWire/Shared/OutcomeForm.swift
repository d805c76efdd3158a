import Migration

/// The members of the reason for a failure, and of every refusal.
package enum FailureMember: String, WireMember {
  case code = "error_code"
  case message = "error_msg"

  package static let names = MemberNames<FailureMember> { $0.rawValue }
}

/// The members of the record of failed objects; the reason has several names.
package enum FailedObjectsMember: String, WireMember {
  case result
  case key = "list_file_key"
  case errorCode = "error_code"
  case errorCodeInV1 = "errorCode"
  case reson, reason

  package static let names = MemberNames<FailedObjectsMember> { $0.rawValue }
}

extension TaskOutcome {
  /// Reads the value of `member`, if it is a part of the outcome; any other is left to be read.
  mutating func read(
    _ member: TaskMember, _ reader: inout WireReader, in dialect: TaskDialect
  ) throws(WireProblem) {
    switch member {
    case .errorReason:
      failure = try reader.failure()
      // Some codes mean something else in v1.
      if dialect.isFirst { failure?.toldBy = .v1 }
    case .failedObjects: failedObjects = try reader.failedObjects()
    case .notification:
      notification = try reader.notificationOutcome(in: dialect) ?? notification
    case .notificationWish:
      // Answers about groups have the outcome here; `smn_info` goes first.
      let other = try reader.notificationOutcome(in: dialect)
      notification = notification ?? other
    case .succeededListError: succeededListError = try reader.words()
    case .skippedListError: skippedListError = try reader.words()
    default: break
    }
  }
}

extension WireReader {
  /// `error_reason`: an object, or words, or an empty text or `null` when there is none.
  mutating func failure() throws(WireProblem) -> TaskFailure? {
    if try kind() == .text { return try words().map { TaskFailure(code: "", message: $0) } }
    guard var members = try members(FailureMember.self) else { return nil }
    var failure = TaskFailure(code: "", message: "")
    while let member = try members.next(&self) {
      switch member {
      case .code: failure.code = try text() ?? ""
      case .message: failure.message = try text() ?? ""
      }
    }
    return failure.code.isEmpty && failure.message.isEmpty ? nil : failure
  }

  /// `failed_object_record`: an object, or the same as JSON in a text.
  mutating func failedObjects() throws(WireProblem) -> FailedObjectList? {
    guard try kind() == .text else { return try failedObjectList() }
    let start = cursor.position
    guard let words = try words() else { return nil }
    var record = WireReader(Array(words.utf8))
    do {
      let list = try record.failedObjectList()
      try record.finish()
      if record.oddityCount > 0 { tell(.text, at: start) }
      return list
    } catch {
      tell(.text, at: start)
      return nil
    }
  }

  private mutating func failedObjectList() throws(WireProblem) -> FailedObjectList? {
    guard var members = try members(FailedObjectsMember.self) else { return nil }
    var canRetry: Bool?
    var key = ""
    var (code, codeInV1, reson, reason): (String?, String?, String?, String?)
    while let member = try members.next(&self) {
      switch member {
      case .result: canRetry = try bool()
      case .key: key = try text() ?? ""
      case .errorCodeInV1: codeInV1 = try words()
      case .errorCode: code = try words()
      case .reson: reson = try words()
      case .reason: reason = try words()
      }
    }
    // v2 has an object full of `null` where nothing is recorded.
    guard let canRetry else { return nil }
    return FailedObjectList(
      canRetry: canRetry, key: key, errorCode: codeInV1 ?? code ?? reson ?? reason)
  }
}

extension MemberWriter where Member == TaskMember {
  /// Writes what a task or group left behind, as answers have it.
  mutating func writeAnswer(_ outcome: TaskOutcome, in dialect: TaskDialect) {
    if let failure = outcome.failure {
      write(.errorReason) { writer in
        writer.object(FailureMember.self) { members in
          members.write(.code, failure.code)
          members.write(.message, failure.message)
        }
      }
    } else if dialect.isFirst {
      write(.errorReason, "")
    } else {
      writeNull(.errorReason)
    }
    let told: TaskMember = dialect == .group ? .notificationWish : .notification
    if let list = outcome.failedObjects {
      write(list, in: dialect)
    } else if !dialect.isFirst {
      writeNull(.failedObjects)
    }
    if let notification = outcome.notification {
      write(told) { $0.write(notification, in: dialect) }
    } else if !dialect.isFirst {
      writeNull(told)
    }
    write(.succeededListError, outcome.succeededListError)
    write(.skippedListError, outcome.skippedListError)
    guard dialect == .v2 else { return }
    if outcome.succeededListError == nil { writeNull(.succeededListError) }
    if outcome.skippedListError == nil { writeNull(.skippedListError) }
  }

  private mutating func write(_ list: FailedObjectList, in dialect: TaskDialect) {
    var record = WireWriter()
    record.object(FailedObjectsMember.self) { members in
      members.write(.result, list.canRetry)
      members.write(.key, list.key)
      members.write(dialect.isFirst ? .errorCodeInV1 : .errorCode, list.errorCode)
    }
    // v1 has it as JSON in a text.
    write(.failedObjects) { writer in
      if dialect.isFirst {
        writer.value(String(decoding: record.bytes, as: UTF8.self))
      } else {
        writer.value(record)
      }
    }
  }
}
