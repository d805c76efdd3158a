import Logging
import Migration

/// Tells the webhook what is owed to it, while tasks run and end.
extension TaskEngine {
  /// How many posts are under way at once.
  private static let mostPosts = 4
  /// The longest pause before the webhook is tried again.
  private static let longestPause = Duration.seconds(60)

  /// Posts what is owed, what an earlier process owes first, until this is cancelled.
  ///
  /// While the webhook is in trouble it is left alone for a while, which grows.
  nonisolated func postNotices() async {
    guard let poster else { return await giveUpOwed() }
    await withDiscardingTaskGroup { group in
      var (place, pause) = (Int64(0), Duration.zero)
      var restsUntil = ContinuousClock.now
      wakePoster()
      for await _ in posterWakes where ContinuousClock.now >= restsUntil {
        guard await postOwed(with: poster, from: &place) else {
          pause = min(max(.seconds(1), pause * 2), Self.longestPause)
          restsUntil = .now + pause
          group.addTask { [pause] in
            try? await Task.sleep(for: pause)
            self.wakePoster()
          }
          continue
        }
        pause = .zero
      }
    }
  }

  /// Settles all that is owed as undelivered: there is nobody any more who takes it.
  private nonisolated func giveUpOwed() async {
    var place = Int64(0)
    while let some = try? store.notices(after: place, limit: 100), let last = some.last {
      place = last.number
      for (_, notice) in some {
        await settle(notice, as: .undelivered(code: StoredTask.nobodyToTell))
      }
    }
  }

  /// Posts what is owed in its order, some at once, from a place on and around again, until all of it was
  /// posted or nothing of some was taken.
  ///
  /// - Parameters:
  ///   - poster: What posts.
  ///   - place: The number of the notice that was posted last.
  /// - Returns: Whether nothing is left that has to be posted again.
  private nonisolated func postOwed(
    with poster: NoticePoster, from place: inout Int64
  ) async -> Bool {
    let first = place
    var (isAround, isDone) = (false, true)
    while !Task.isCancelled, !isAround || place < first {
      let some = (try? store.notices(after: place, limit: Self.mostPosts)) ?? []
      guard let last = some.last else {
        if isAround || first == 0 { break }
        (isAround, place) = (true, 0)
        continue
      }
      let settled = await withTaskGroup(of: Bool.self) { group in
        for (_, notice) in some { group.addTask { await self.post(notice, with: poster) } }
        return await group.reduce(0) { $1 ? $0 + 1 : $0 }
      }
      place = last.number
      isDone = isDone && settled == some.count
      if settled == 0 { break }
    }
    return isDone
  }

  /// Posts a notice once.
  ///
  /// - Returns: Whether it is not owed any more.
  private nonisolated func post(_ notice: Notice, with poster: NoticePoster) async -> Bool {
    let standing: NoticeStanding
    switch await poster.post(notice) {
    case .taken: standing = .delivered
    case .refused: standing = .undelivered(code: StoredTask.nobodyToTell)
    case .trouble(let tries, let silence)
    where notice.isStale(at: now(), after: tries, silence: silence):
      standing = .undelivered(code: Notice.tooLate)
    case .trouble: return false
    }
    return await settle(notice, as: standing)
  }

  /// Writes down what has become of a notice.
  ///
  /// - Returns: Whether that was possible.
  @discardableResult
  private nonisolated func settle(_ notice: Notice, as standing: NoticeStanding) async -> Bool {
    if standing != .delivered {
      log.warning(
        "a notice was not delivered",
        metadata: ["task": "\(notice.task)", "request": "\(notice.id)"])
    }
    do {
      try await turn { machine, _ in try machine.settle(notice, as: standing) }
      return true
    } catch {
      log.error("failed to note a notice", metadata: ["error": "\(error)"])
      return false
    }
  }
}
