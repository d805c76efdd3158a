import Migration

/// Reads a whole list, a few pages at once.
struct WholeList<Entry: Identifiable & Sendable>: Sendable where Entry.ID: Sendable {
  /// A page and what came of it.
  private typealias Part = (start: Int, result: Result<ListPage<Entry>, APIProblem>)

  /// The most entries of a page.
  var size = 100
  /// The most entries to read; `nil` means all.
  var limit: Int?
  /// The most pages asked for at once, from 1.
  var atOnce = callsAtOnce
  /// Asks for a page by its start and its size.
  let page: @Sendable (Int, Int) async throws(APIProblem) -> ListPage<Entry>
  /// Asks how long the list is; it is worth a call where there is more than a page.
  let length: @Sendable () async throws(APIProblem) -> Int?

  /// Reads it.
  ///
  /// Every entry that is there all the while is in the result once, whatever comes and goes
  /// meanwhile; one that came or went may be in it or not. A page that cannot be read hides no other,
  /// and is among what could not be read.
  ///
  /// - Parameter stop: Called with what is new and with what could not be read, in order; says
  ///   whether that is enough.
  /// - Returns: The entries in the order of the service, and what could not be read.
  /// - Throws: ``APIProblem`` when nobody answers, the credentials are refused, nothing can be read,
  ///   or the list changes so fast that it cannot be put together.
  func read(
    stop: (ListPage<Entry>) -> Bool = { _ in false }
  ) async throws(APIProblem) -> ListPage<Entry> {
    var walk = ListWalk<Entry>(size: size, limit: limit)
    let failure = await withTaskGroup(of: Part.self) { group -> APIProblem? in
      defer { group.cancelAll() }
      var underWay = 0
      var told = 0
      var knowsLength = false
      while !walk.isComplete {
        for start in walk.next((knowsLength ? max(1, atOnce) : 1) - underWay) {
          underWay += 1
          group.addTask { [size = walk.size] in (start, await result(start, size)) }
        }
        guard let part = await group.next() else { break }
        underWay -= 1
        let new: [Entry]
        switch part.result {
        case .success(let page): new = walk.take(page, from: part.start)
        case .failure(let problem):
          if part.start == 0 || problem.hitsAll { return problem }
          let last = part.start + walk.size
          new = walk.passOver(
            part.start, because: "entries \(part.start + 1) to \(last): \(problem.shortReason)")
          if walk.isGivenUp { return problem }
        }
        let unreadable = Array(walk.unreadable.dropFirst(told))
        told += unreadable.count
        if !new.isEmpty || !unreadable.isEmpty,
          stop(ListPage(entries: new, unreadable: unreadable))
        {
          return nil
        }
        guard !walk.isComplete, !knowsLength else { continue }
        knowsLength = true
        do throws(APIProblem) {
          if !walk.isLengthKnown { walk.expect(try await length()) }
        } catch  where error.hitsAll {
          return error
        } catch {
          // Without the length, it is one page after the other all the same.
        }
      }
      return walk.isGivenUp ? .changesTooFast : nil
    }
    if let failure { throw failure }
    return ListPage(entries: walk.entries, unreadable: walk.unreadable)
  }

  private func result(_ start: Int, _ size: Int) async -> Result<ListPage<Entry>, APIProblem> {
    do throws(APIProblem) {
      return .success(try await page(start, size))
    } catch {
      return .failure(error)
    }
  }
}

extension APIProblem {
  fileprivate static let changesTooFast = APIProblem(.restlessList, kind: .server)

  /// The problem among others of its kind: the service's code, or what is nearest to one.
  var shortReason: String { code ?? status.map { "HTTP \($0)" } ?? "\(kind)" }

  /// Whether no other request would fare better.
  fileprivate var hitsAll: Bool {
    switch kind {
    case .unreachable, .credentials, .cancelled: true
    case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable: false
    }
  }
}
