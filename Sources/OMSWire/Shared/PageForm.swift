package import Migration

/// A part of a list.
package struct WirePage<Entry: Sendable>: Sendable {
  /// What could be read, in the order of the service.
  package var entries: [Entry]
  /// Why the rest could not be read, in a few words each.
  package var unreadable: [String] = []
  /// The entries of which a part was passed by, by their number among ``entries``.
  package var damaged: [Int] = []
  /// How many there are altogether; `nil` when it is not said.
  package var total: Int?

  /// A page.
  package init(_ entries: [Entry], total: Int? = nil) {
    self.entries = entries
    self.total = total
  }

  fileprivate init(_ list: WireList<Entry>) {
    entries = list.entries
    unreadable = list.unreadable
    damaged = list.damaged
  }
}

/// The members of a page.
private enum PageMember: String, WireMember {
  case tasks, taskgroups, count

  static let names = MemberNames<PageMember> { $0.rawValue }
}

extension WireForm<WirePage<AnsweredTask>> {
  /// A page of tasks: a list in v1, an object with `tasks` and `count` in v2.
  ///
  /// Both are read in every shape that one of them has, and a single task is a page of one.
  package static func tasks(in dialect: TaskDialect) -> WireForm {
    WireForm { reader throws(WireProblem) in
      var neighbour = TaskNeighbour()
      func task(_ reader: inout WireReader) throws(WireProblem) -> AnsweredTask? {
        try AnsweredTask(&reader, beside: &neighbour, in: dialect)
      }
      if try reader.kind() == .list { return try reader.list(task).map(WirePage.init) }
      let start = reader.cursor
      guard var page = try reader.page(of: .tasks, task) else { return nil }
      guard page.list == nil else { return page.whole }
      // It has no list, so it is a task itself: what was passed by is read after all.
      reader.cursor = start
      page.list = try task(&reader).map { WireList(entries: [$0]) }
      return page.whole
    } write: { page, writer in
      let task = WireForm<AnsweredTask>.task(in: dialect)
      if dialect.isFirst {
        writer.list(page.entries) { task.write($1, &$0) }
      } else {
        writer.write(page, as: .tasks, task)
      }
    }
  }
}

extension WireForm<WirePage<TaskGroup>> {
  /// A page of groups.
  package static let groups = WireForm.page(of: .taskgroups, .group)
}

extension WireForm<WirePage<SyncTask>> {
  /// A page of synchronisation tasks.
  package static let synchronisationTasks = WireForm.page(of: .tasks, .synchronisationTask)
}

extension WireForm {
  /// A page that is an object with `list`, whose entries have the form `entry`, and `count`.
  fileprivate static func page<Entry>(
    of list: PageMember, _ entry: WireForm<Entry>
  ) -> WireForm where Value == WirePage<Entry> {
    WireForm { reader throws(WireProblem) in
      guard let page = try reader.page(of: list, entry.read) else { return nil }
      if page.list == nil { reader.tellMissing(list.rawValue, inObjectAt: page.start) }
      return page.whole
    } write: { page, writer in
      writer.write(page, as: list, entry)
    }
  }
}

/// What was read of a page so far.
private struct PageParts<Entry: Sendable> {
  let start: Int
  var list: WireList<Entry>?
  var total: Int?

  /// The page, or `nil` without a list.
  var whole: WirePage<Entry>? {
    list.map { list in
      var page = WirePage(list)
      page.total = total
      return page
    }
  }
}

extension WireReader {
  fileprivate mutating func page<Entry>(
    of list: PageMember, _ entry: (inout WireReader) throws(WireProblem) -> Entry?
  ) throws(WireProblem) -> PageParts<Entry>? {
    guard var members = try members(PageMember.self) else { return nil }
    var parts = PageParts<Entry>(start: members.start)
    while let member = try members.next(&self) {
      switch member {
      case list: parts.list = try self.list(entry)
      case .count: parts.total = try integer().map { Int(max($0, 0)) }
      case .tasks, .taskgroups: break
      }
    }
    return parts
  }
}

extension WireWriter {
  /// The bytes of a page of v2 whose tasks were written before.
  ///
  /// - Parameters:
  ///   - tasks: The tasks, each as JSON.
  ///   - total: How many there are altogether.
  /// - Returns: The page.
  package static func page(ofWritten tasks: [[UInt8]], total: Int) -> [UInt8] {
    let start = Array(#"{"\#(PageMember.tasks.rawValue)":"#.utf8)
    let end = Array(#","\#(PageMember.count.rawValue)":\#(total)}"#.utf8)
    return start + list(ofWritten: tasks) + end
  }

  fileprivate mutating func write<Entry>(
    _ page: WirePage<Entry>, as list: PageMember, _ entry: WireForm<Entry>
  ) {
    object(PageMember.self) { members in
      members.write(list) { $0.list(page.entries) { entry.write($1, &$0) } }
      members.write(.count, page.total ?? page.entries.count)
    }
  }
}

extension TaskPage {
  /// The tasks of a page as it is answered, and what was passed by in it.
  package init(_ reading: WireReading<WirePage<AnsweredTask>>) {
    let page = reading.value
    self.init(
      tasks: page.entries.map(\.task), unreadable: page.unreadable, total: page.total)
    guard !page.damaged.isEmpty else { return }
    leftOut.tasks = Set(page.damaged.map { page.entries[$0].task.id })
    leftOut.members = Set(reading.oddities.compactMap(\.member))
  }
}

extension WireProblem {
  /// The way from an entry of a list to what was found in it; `nil` when it is none of an entry.
  fileprivate var member: String? {
    guard case .found = reason else { return nil }
    let steps = path.split(separator: ".")
    let entry = steps.firstIndex { Int($0) != nil }.map { $0 + 1 } ?? 0
    return entry < steps.count ? steps[entry...].joined(separator: ".") : nil
  }
}
