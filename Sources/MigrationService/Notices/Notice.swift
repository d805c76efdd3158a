import FoundationEssentials
import Migration
import OMSWire

/// What the webhook is told of the end of a task.
struct Notice: Equatable, Sendable {
  /// Tells it apart, however often it is posted.
  let id: String
  /// The task.
  let task: TaskID
  /// When the task ended.
  let time: Date
  /// One JSON object.
  let body: [UInt8]

  /// How long it is posted again and again.
  private static let longest: TimeInterval = 24 * 3600
  /// The code of one that was posted for so long in vain.
  static let tooLate = "OMS.0161"
  /// How often it was posted at least before it is given up: clocks jump, and machines sleep.
  private static let leastTries = 20
  /// Or for how long the webhook has answered to none of them: thousands do not wait for twenty tries each.
  private static let longestSilence = Duration.seconds(1200)

  /// A notice that was written down.
  init(id: String, task: TaskID, time: Date, body: [UInt8]) {
    (self.id, self.task, self.time, self.body) = (id, task, time, body)
  }

  /// The notice of a task that has ended at `time`.
  init(of task: StoredTask, _ telling: Telling, at time: Date) {
    let id = "\(task.id)-\(time.milliseconds)"
    var writer = WireWriter()
    writer.object(NoticeMember.self) { members in
      members.write(.event, task.state.word)
      members.write(.requestID, id)
      members.write(.time, time.formatted(.iso8601))
      members.write(.project, task.project)
      members.write(.topicURN, telling.topicURN)
      members.write(.task) {
        $0.value(written: task.answerBytes(in: telling.isInV1 ? .v1 : .v2, at: time))
      }
    }
    self.init(id: id, task: task.id, time: time, body: writer.bytes)
  }

  /// Whether it is too old to be posted again, after so many tries in vain, at a webhook that has answered
  /// nothing for so long.
  func isStale(at now: Date, after tries: Int, silence: Duration) -> Bool {
    (tries >= Self.leastTries || silence >= Self.longestSilence)
      && now.timeIntervalSince(time) > Self.longest
  }
}

extension StoredTask {
  /// Says of an end what is owed for it.
  ///
  /// - Parameters:
  ///   - tells: Whether there is a webhook.
  ///   - now: The time of the end.
  /// - Returns: What is to be posted, to be written down together with the end.
  mutating func noteEnd(tells: Bool, at now: Date) -> Notice? {
    notice = nil
    guard let telling = definition.telling, telling.wants(state) else { return nil }
    guard tells else {
      notice = .undelivered(code: Self.nobodyToTell)
      return nil
    }
    let owed = Notice(of: self, telling, at: now)
    notice = .owed(owed.id)
    return owed
  }

  /// What answers say of the notification; nothing while it is owed, or for an end that is not told.
  var notification: NotificationOutcome? {
    guard let topic = definition.shown.topic else { return nil }
    switch notice {
    case .delivered: return NotificationOutcome(isDelivered: true, errorCode: "", topic: topic)
    case .undelivered(let code):
      return NotificationOutcome(isDelivered: false, errorCode: code, topic: topic)
    case .owed: return nil
    case nil where definition.telling != nil: return nil
    // An earlier version has accepted it, which told nobody.
    case nil:
      return NotificationOutcome(isDelivered: false, errorCode: Self.nobodyToTell, topic: topic)
    }
  }

  /// The code of a notice that has nobody who takes it.
  static let nobodyToTell = "OMS.0156"
}
