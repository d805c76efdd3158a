import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The index against the plainest thing that could stand in its place.
struct TaskIndexTests {
  private struct Entry {
    let id: TaskID
    let project: String
    var state: TaskState
  }

  private static let states: [TaskState] = [
    .waiting, .running, .stopping, .stopped, .failed, .succeeded,
  ]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `pages, counts and states are those of a list that is searched`(seed: UInt64) throws {
    var random = Generator(seed: seed)
    var index = TaskIndex()
    var entries: [Entry] = []
    for step in 0..<400 {
      let id = TaskID(rawValue: Int64.random(in: 1...60, using: &random))
      let project = "p\(id.rawValue % 2)"
      let place = entries.firstIndex { $0.id == id }
      if step.isMultiple(of: 5), let place {
        index.remove([id], of: project)
        entries.remove(at: place)
      } else {
        let state = try #require(Self.states.randomElement(using: &random))
        index.set(id, of: project, to: state)
        if let place {
          entries[place].state = state
        } else {
          entries.append(Entry(id: id, project: project, state: state))
        }
      }
      let wanted: [TaskState]? =
        [nil, [.running, .stopping], [.failed]].randomElement(
          using: &random) ?? nil
      let found = entries.filter { entry in
        entry.project == "p1" && (wanted.map { $0.contains(entry.state) } ?? true)
      }.map(\.id).sorted(by: >)
      let start = Int.random(in: 0...(found.count + 2), using: &random)
      let limit = Int.random(in: 1...9, using: &random)
      #expect(
        index.page(of: "p1", in: wanted, start: start, limit: limit)
          == Array(found.dropFirst(start).prefix(limit)), "seed \(seed), step \(step)")
      #expect(index.count(of: "p1", in: wanted) == found.count)
      let all = entries.filter { $0.project == "p1" }.map(\.id)
      #expect(index.count(of: "p1", from: id) == all.count { $0 >= id })
      #expect(index.has(id) == entries.contains { $0.id == id })
      #expect(
        index.state(of: id, in: project) == entries.first { $0.id == id }?.state)
      #expect(index.state(of: id, in: "another") == nil)
    }
  }

  @Test func `a page that begins at the end of all numbers is empty`() {
    var index = TaskIndex()
    index.set(TaskID(rawValue: 1), of: "p", to: .running)
    index.set(TaskID(rawValue: 2), of: "p", to: .stopping)
    for states in [nil, [.running], [.running, .stopping]] as [[TaskState]?] {
      #expect(index.page(of: "p", in: states, start: .max, limit: 100) == [])
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `tasks that go together leave the same as those that go one by one`(seed: UInt64) throws {
    var random = Generator(seed: seed)
    var index = TaskIndex()
    let groups = ["a", "b"].map(TaskGroupID.init)
    for group in groups { index.add(group, of: "p") }
    for id in 1...200 as ClosedRange<Int64> {
      let state = try #require(Self.states.randomElement(using: &random))
      index.set(
        TaskID(rawValue: id), of: "p", in: groups[id.isMultiple(of: 3) ? 0 : 1], to: state)
    }
    let gone = (1...220 as ClosedRange<Int64>).filter { _ in Bool.random(using: &random) }
      .filter { $0.isMultiple(of: 3) }.map(TaskID.init(rawValue:))
    var other = index
    index.remove(gone, of: "p", in: groups[0])
    for id in gone.shuffled(using: &random) { other.remove([id], of: "p", in: groups[0]) }
    #expect(index == other, "seed \(seed)")
    #expect(gone.allSatisfy { !index.has($0) })
    #expect(index.groups(of: "p")[groups[0]]?.ids.contains { gone.contains($0) } == false)
    index.remove([], of: "p")
    #expect(index == other)
  }
}
