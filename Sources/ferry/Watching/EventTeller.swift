import Foundation
import Migration
import MigrationCore
import Words

/// Tells events: on standard output, to the record of what was seen, and to whom they are handed
/// over.
struct EventTeller {
  /// How events are printed.
  enum Format: String, CaseIterable {
    case line, json
  }

  let format: Format
  let deliveries: [Delivery]
  private var told: [Unread.Cause] = []

  init(format: Format, deliveries: [Delivery]) {
    self.format = format
    self.deliveries = deliveries
  }

  /// Tells one event.
  ///
  /// - Throws: ``Failure`` when it cannot be printed.
  func tell(_ event: WatchEvent) throws {
    let parcel = Delivery.Parcel(
      event: event, json: try JSONText.line(of: event.summary), line: event.line)
    switch format {
    case .json: Console.raw(parcel.json)
    case .line: Console.line(parcel.line)
    }
    // Whoever reads a pipe line by line gets each at once.
    try Console.finish()
    for delivery in deliveries { delivery.put(parcel) }
  }

  /// Says which parts of the list cannot be read, each once.
  mutating func tell(_ unread: [Unread]) {
    let causes = unread.map(\.cause)
    for cause in causes where !told.contains(cause) {
      switch cause {
      case .entry(let reason): Console.error(.unread(noun: MigrationTask.noun, reason))
      case .page(let problem): Console.error(.unreadPart(problem.line))
      }
    }
    told = causes
  }
}

extension WatchEvent {
  /// The event as JSON.
  fileprivate var summary: WatchEventSummary {
    let problem: String? =
      if case .offline(let problem) = kind { Spoken.written.line(problem) } else { nil }
    return WatchEventSummary(self, problem: problem, advice: task?.writtenAdvice)
  }

  /// The event in one line for the user.
  fileprivate var line: String {
    let width = Self.words.map(\.count).max() ?? 0
    let subject = task.map { [$0.id.description, $0.name] } ?? [profile]
    let parts =
      [at.formatted(.iso8601), word.padding(toLength: width, withPad: " ", startingAt: 0)]
      + subject + [Spoken.tongue.words(self)]
    return Console.cleaned(parts.joined(separator: "  "))
  }
}
