import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

struct PackedTasksTests {
  private static let texts = [
    "", "a", "photos-archive-2026", "зима", "冬", "e\u{301}", "\u{e9}", "\0", "a\nb", "👩‍👩‍👧", "/",
    String(repeating: "long/", count: 300),
  ]
  /// Two that only look alike, and some that are alike as far as is compared at once.
  private static let buckets = [
    "/d/caf\u{e9}", "/d/cafe\u{301}", "aaaaaaa", "aaaaaaa\0", "aaaaaaab", "aaaaaaa\u{1}b",
  ]
  private static let codes = ["TRF.0001", "TRF.0011", "TRF.0012", "a"]
  private static let numbers: [Int64] = [
    0, 1, -1, 63, 64, 127, 128, 8191, 8192, 1 << 40, .max, .min,
  ]

  /// A task of odd values, of which some are common.
  private static func task(_ id: Int64, _ random: inout Generator) -> MigrationTask {
    func text() -> String { texts.randomElement(using: &random) ?? "" }
    func number() -> Int64 { numbers.randomElement(using: &random) ?? 0 }
    func perhaps<Value>(_ value: Value) -> Value? {
      Bool.random(using: &random) ? value : nil
    }
    func location() -> StorageLocation {
      StorageLocation(
        provider: text(), region: text(), bucket: text(),
        keys: (0..<Int.random(in: 0...3, using: &random)).map { _ in text() })
    }
    var task = MigrationTask(
      id: TaskID(rawValue: id), name: text(), state: TaskState(code: Int(number())))
    if Bool.random(using: &random) {
      task.state = TaskState.known.randomElement(using: &random) ?? .running
    }
    task.kind = TaskKind.allCases.randomElement(using: &random) ?? .object
    task.source = location()
    task.destination = location()
    task.progress = [0, 1, 0.25, -0.0, 1e-300].randomElement(using: &random) ?? 0
    task.speed = ByteRate(rawValue: number())
    task.completedBytes = ByteCount(rawValue: number())
    task.totalBytes = perhaps(task.completedBytes) ?? ByteCount(rawValue: number())
    task.objects = ObjectCounts(
      total: number(), succeeded: number(), failed: number(), skipped: number())
    task.isScanned = perhaps(Bool.random(using: &random))
    task.startedAt = perhaps(Date(timeIntervalSince1970: Double(number())))
    task.elapsed = perhaps(Duration(secondsComponent: number() / 4, attosecondsComponent: 7))
    task.timeLeft = perhaps(Duration(secondsComponent: number() / 4, attosecondsComponent: 1234))
    task.groupID = perhaps(TaskGroupID(rawValue: text()))
    task.settings.description = text()
    task.settings.threads = perhaps(Int(number()))
    if Bool.random(using: &random) {
      task.outcome.failure = TaskFailure(code: text(), message: text())
    }
    return task
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is put in comes out as it was, whatever goes and changes meanwhile`(seed: UInt64) {
    var random = Generator(seed: seed)
    var packed = PackedTasks()
    var model: [TaskID: MigrationTask] = [:]
    for _ in 0..<1_500 {
      let id = Int64.random(in: 0..<300, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let removed = packed.remove(TaskID(rawValue: id))
        #expect(removed?.task == model.removeValue(forKey: TaskID(rawValue: id)), "seed \(seed)")
      case 1:
        guard let same = model[TaskID(rawValue: id)] else { continue }
        #expect(packed.put(same) == .none, "seed \(seed)")
      default:
        let task = Self.task(id, &random)
        let old = model.updateValue(task, forKey: task.id)
        let change = packed.put(task)
        #expect(
          change == (old.map { $0 == task ? .none : .replaced($0) } ?? .added), "seed \(seed)")
      }
      #expect(packed.count == model.count)
    }
    #expect(Set(packed.ids) == Set(model.keys))
    for task in packed { #expect(task == model[task.id], "seed \(seed)") }
    for (id, task) in model { #expect(packed[id] == task, "seed \(seed)") }
    for id in packed.ids { packed.remove(id) }
    #expect(packed.isEmpty && packed.differentValues == 0)
  }

  private static let orders = TaskOrder.Key.allCases.flatMap { key in
    [false, true].flatMap { isDescending in
      [false, true].map { TaskOrder(by: key, descending: isDescending, groupsByCause: $0) }
    }
  }

  @Test(arguments: orders)
  func `many tasks are filtered and sorted as each would be by itself`(order: TaskOrder) throws {
    var random = Generator(seed: UInt64(order.key.rawValue.count))
    var tasks: [MigrationTask] = []
    for id in 0..<400 as Range<Int64> {
      var task = Self.task(id, &random)
      if Bool.random(using: &random) {
        task.name = "Photos-archive-" + String(repeating: "long", count: Int(id % 3)) + "\(id % 90)"
      }
      if Bool.random(using: &random) {
        let buckets = Self.buckets.shuffled(using: &random)
        task.source = StorageLocation(bucket: buckets[0])
        task.destination = StorageLocation(bucket: buckets[1])
      }
      if id.isMultiple(of: 7) { task.progress = .nan }
      if id.isMultiple(of: 3) {
        task.state = .failed
        let code = Self.codes.randomElement(using: &random) ?? ""
        task.outcome.failure = TaskFailure(code: code, message: "")
      }
      tasks.append(task)
    }
    var packed = PackedTasks()
    for task in tasks { packed.put(task) }
    let now = Date(timeIntervalSince1970: 1_770_000_000)
    for text in [
      "", "state:failed,running", "!photos", "LONG", "name:\u{e9}", "source:a", "!destination:a",
      "failed>0", "progress<50", "size>1KiB", "age>1d", "/^photos.*9/",
    ] {
      let filter = try TaskFilter(text)
      let wanted = tasks.filter { filter.matches($0, now: now) }.sorted(by: order.precedes)
      #expect(packed.ids(passing: filter, now: now, in: order) == wanted.map(\.id), "\(text)")
    }
  }

  @Test func `texts that only look alike come out each as it was`() {
    var packed = PackedTasks()
    for (id, text) in ["caf\u{e9}", "cafe\u{301}"].enumerated() {
      var task = MigrationTask(id: TaskID(rawValue: Int64(id)))
      task.source.bucket = text
      task.groupID = TaskGroupID(rawValue: text)
      task.settings.listFile = ListFile(bucket: text, key: text)
      task.outcome.failure = TaskFailure(code: "", message: text)
      packed.put(task)
      let found = packed[id]
      for other in [
        found.source.bucket, found.groupID?.rawValue, found.settings.listFile?.bucket,
        found.settings.listFile?.key, found.outcome.failure?.message,
      ] {
        #expect(other.map { Array($0.utf8) } == Array(text.utf8))
      }
    }
  }

  @Test func `the buckets on either side are known, each once`() {
    var packed = PackedTasks()
    for id in 0..<6 as Range<Int64> {
      var task = MigrationTask(id: TaskID(rawValue: id))
      task.source.bucket = "photos-\(id % 2)"
      task.destination.bucket = "archive"
      packed.put(task)
    }
    #expect(packed.buckets(of: .source) == ["photos-0", "photos-1"])
    #expect(packed.buckets(of: .destination) == ["archive"])
    packed.remove(TaskID(rawValue: 0))
    packed.remove(TaskID(rawValue: 2))
    packed.remove(TaskID(rawValue: 4))
    #expect(packed.buckets(of: .source) == ["photos-1"])
  }

  @Test func `a copy stays as it was`() {
    var random = Generator(seed: 1)
    var packed = PackedTasks()
    for id in 0..<200 as Range<Int64> { packed.put(Self.task(id, &random)) }
    let before = Array(packed)
    let copy = packed
    for id in 0..<200 as Range<Int64> where id.isMultiple(of: 3) {
      packed.remove(TaskID(rawValue: id))
    }
    for id in 0..<200 as Range<Int64> { packed.put(Self.task(id, &random)) }
    #expect(Array(copy) == before)
  }

  @Test func `the last takes the place of one that is taken out`() {
    var packed = PackedTasks()
    for id in 1...3 as ClosedRange<Int64> { packed.put(MigrationTask(id: TaskID(rawValue: id))) }
    #expect(packed.remove(TaskID(rawValue: 1))?.position == 0)
    #expect(packed.ids.map(\.rawValue) == [3, 2])
    #expect(packed.remove(TaskID(rawValue: 2))?.position == 1)
    #expect(packed.remove(TaskID(rawValue: 9)) == nil)
    #expect(packed.ids.map(\.rawValue) == [3])
  }
}
