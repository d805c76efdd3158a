package import FoundationEssentials
package import Migration

extension SeenLog {
  /// What happened to the tasks of a profile since a moment: what was seen, and what nobody saw but two
  /// looks show.
  ///
  /// - Parameters:
  ///   - since: The moment.
  ///   - sights: What two looks show, the tasks as they are by now.
  ///   - profile: The name of the profile.
  ///   - limit: The most that was seen, the latest.
  /// - Returns: The events, what was seen by the time, before it what was not.
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func past(
    since: Date, unseen sights: [Sight], on profile: String, limit: Int
  ) throws -> [PastEvent] {
    let seen = try latest(limit, since: since) { $0.profile == profile }
      .compactMap { record in
        record.happening.map { happening in
          let task = TaskTarget(id: TaskID(rawValue: record.task), name: record.name)
          return PastEvent(at: record.at, happening, task, by: record.by)
        }
      }
    let unseen = sights.filter { sight in
      !seen.contains { $0.task.id == sight.task.id && $0.happening == sight.happening }
    }
    return unseen.map { sight in
      PastEvent(
        at: nil, sight.happening, TaskTarget(id: sight.task.id, name: sight.task.name),
        by: sight.happening == .stopped ? doer(ofStop: sight.task, on: profile) : nil)
    } + seen
  }
}
