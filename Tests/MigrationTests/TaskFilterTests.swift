import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

struct TaskFilterTests {
  private static let now = Date(timeIntervalSince1970: 1_700_000_000)

  private static let task: MigrationTask = {
    var task = MigrationTask(id: TaskID(rawValue: 123), name: "Photos-archive", state: .failed)
    task.source = StorageLocation(provider: "S3", bucket: "photos", keys: ["2024/"])
    task.destination = StorageLocation(provider: "S3", bucket: "archive")
    task.progress = 0.755
    task.totalBytes = ByteCount(rawValue: 2 << 30)
    task.objects = ObjectCounts(total: 10, succeeded: 8, failed: 2)
    task.startedAt = now.addingTimeInterval(-40 * 86_400)
    return task
  }()

  @Test(arguments: [
    "", "   ", "photos", "PHOTOS", "name:arch", "state:failed", "state:running,failed",
    "!state:running", "/^photos-.*ve$/", "source:photos", "source:2024", "destination:arch",
    "id:123", "id:1,123", "progress>50", "progress>=75.5", "failed>0", "failed=2", "size>1GiB",
    "size<3G", "age>30d", "photos state:failed failed>0", "STATE:failed", "Progress>50",
    "!name:a:b", "\"photos-archive\"", "name:\"photos\"", "!\"my photos\"", "/o.*s-a/",
    "!/a b/", "/(?:photos|videos)-\\w+/", "/^.{14}$/", "/PHOTOS/",
  ])
  func `a task passes`(expression: String) throws {
    #expect(try TaskFilter(expression).matches(Self.task, now: Self.now))
  }

  @Test(arguments: [
    "videos", "state:running", "!state:failed", "!photos", "/^archive/", "source:archive",
    "id:12", "progress<50", "failed>2", "size>2GiB", "age<30d", "photos state:running",
  ])
  func `a task does not pass`(expression: String) throws {
    #expect(try !TaskFilter(expression).matches(Self.task, now: Self.now))
  }

  @Test(arguments: [
    ("state:broken", 6), ("photos state:", 13), ("state:failed,oops", 13), ("!", 0),
    ("/unfinished", 0), ("/(/", 2), ("progress>many", 9), ("size>1XiB", 5), ("age>1y", 4),
    ("id:12a", 3), ("failed>-1", 7), ("group:a,,b", 8), ("group:", 6),
    ("\"open", 0), ("photos name:\"a b", 12), ("/a\\1/", 3), ("/(?=a)/", 2),
    ("/[a/", 3), ("/a{3,2}/", 2), ("/*/", 1), ("stat:failed", 0), ("photos !Stat:failed", 8),
    ("speed>1MiB", 0), ("age>30", 4), ("\"\"", 1), ("photos !\"\"", 7), ("\"\"\"\"", 3),
    ("name:\"\"", 7),
  ])
  func `an error points at the character`(expression: String, position: Int) {
    let error = #expect(throws: FilterError.self) { try TaskFilter(expression) }
    #expect(error?.position == position)
  }

  @Test func `a mark stands below the character at fault`() {
    let error = #expect(throws: FilterError.self) { try TaskFilter("照片 state:broken") }
    // Each of the two characters takes up two columns.
    let width = { (text: String) in text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    let marked = error?.marked(in: "照片 state:broken", width: width)
    #expect(marked == ["照片 state:broken", "           ^"])
  }

  @Test func `tasks of a group pass`() throws {
    var task = Self.task
    #expect(try !TaskFilter("group:g-1").matches(task, now: Self.now))
    task.groupID = TaskGroupID(rawValue: "g-1")
    #expect(try TaskFilter("group:g-1").matches(task, now: Self.now))
    #expect(try TaskFilter("group:g-2,g-1").matches(task, now: Self.now))
    #expect(try !TaskFilter("!group:g-1").matches(task, now: Self.now))
  }

  @Test(arguments: [
    "age>0s", "age<30d", "age>=0s", "state:running", "name:photos", "/photos/", "source:photos",
    "destination:archive",
  ])
  func `what is not known of a task passes no word about it, negated or not`(
    word: String
  ) throws {
    let task = MigrationTask(id: TaskID(rawValue: 1))
    #expect(try !TaskFilter(word).matches(task, now: Self.now))
    #expect(try !TaskFilter("!" + word).matches(task, now: Self.now))
  }

  @Test(arguments: [
    ("my photos", "\"my photos\"", true), ("my photos", "\"y p\"", true),
    ("my photos", "name:\"my photos\" !\"your photos\"", true), ("my photos", "/my p/", true),
    ("myphotos", "\"my photos\"", false), ("say \"hi\"", "\"\\\"hi\"", true),
    ("a/b c", "/a\\/b c/", true), ("state:failed", "\"state:failed\"", true), ("!", "\"!\"", true),
  ])
  func `a text with blanks stands in quotes or slashes`(
    name: String, expression: String, passes: Bool
  ) throws {
    let task = MigrationTask(id: TaskID(rawValue: 1), name: name)
    #expect(try TaskFilter(expression).matches(task, now: Self.now) == passes)
  }

  @Test(
    arguments: [
      ("1024", 1024), ("1k", 1024), ("1KiB", 1024), ("1kB", 1000), ("1.5M", 1_572_864),
      ("2GB", 2_000_000_000), ("1TiB", 1_099_511_627_776),
    ] as [(String, Double)])
  func `a size has a unit`(text: String, bytes: Double) {
    #expect(UnitText.bytes(text) == bytes)
  }

  @Test(arguments: ["", "G", "1.2.3", "1e5", "0x10", "-1", "1 G", "9\u{0665}"])
  func `nonsense is no size`(text: String) {
    #expect(UnitText.bytes(text) == nil)
  }
}

struct SoughtTextTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a text is found wherever it stands, whatever the case of its letters`(seed: UInt64) {
    var random = Generator(seed: seed)
    for _ in 0..<200 {
      let letters =
        Int.random(in: 0..<8, using: &random) == 0 ? Array("aAbBé\u{130}冬") : Array("aAbB")
      func text(_ most: Int) -> String {
        String(
          (0..<Int.random(in: 0...most, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          })
      }
      let sought = text(Bool.random(using: &random) ? 4 : 90)
      let other =
        Bool.random(using: &random) ? text(200) : text(30) + sought.uppercased() + text(30)
      #expect(
        SoughtText(sought).isFound(in: other)
          == (sought.isEmpty || other.lowercased().contains(sought.lowercased())),
        "\(sought) in \(other), seed \(seed)")
    }
  }
}

struct TaskOrderTests {
  private func task(_ id: Int64, _ name: String) -> MigrationTask {
    MigrationTask(id: TaskID(rawValue: id), name: name)
  }

  @Test func `equal tasks keep the newest first, whichever way they are sorted`() throws {
    let tasks = [task(1, "b"), task(2, "a"), task(3, "a")]
    let ascending = try TaskOrder("name")
    let descending = try TaskOrder("name:desc")
    #expect(tasks.sorted(by: ascending.precedes).map(\.id.rawValue) == [3, 2, 1])
    #expect(tasks.sorted(by: descending.precedes).map(\.id.rawValue) == [1, 3, 2])
  }

  @Test(arguments: ["left", "left:desc", "source", "source:desc"])
  func `what is not known comes last, whichever way`(text: String) throws {
    var known = task(1, "a")
    known.state = .running
    known.timeLeft = .seconds(5)
    known.source = StorageLocation(provider: "S3", bucket: "b")
    let tasks = [task(3, "b"), known, task(2, "c")]
    #expect(try TaskOrder(text).sorted(tasks).map(\.rawValue) == [1, 3, 2])
  }

  @Test func `what needs a person comes first`() {
    let states: [TaskState] = [
      .succeeded, .unknown(9), .running, .stopped, .failed, .waiting, .stopping, .failed,
    ]
    let tasks = states.enumerated().map {
      MigrationTask(id: TaskID(rawValue: Int64($0)), name: "", state: $1)
    }
    #expect(TaskOrder.attention.sorted(tasks).map(\.rawValue) == [7, 4, 6, 2, 5, 3, 0, 1])
  }

  @Test(arguments: TaskOrder.Key.allCases, [true, false])
  func `sorting a list and comparing two tasks give one order`(
    key: TaskOrder.Key, isDescending: Bool
  ) {
    var tasks = (0..<40).map { task(Int64($0), ["b", "A", "", "ä"][$0 % 4]) }
    for index in tasks.indices {
      tasks[index].state = TaskState(code: index % 7)
      tasks[index].timeLeft = index % 3 == 0 ? nil : .seconds(index % 5)
      tasks[index].speed = ByteRate(rawValue: Int64(index % 4))
    }
    let order = TaskOrder(by: key, descending: isDescending)
    #expect(order.sorted(tasks) == tasks.sorted(by: order.precedes).map(\.id))
  }

  @Test(arguments: ["", "colour", "name:down", "name:desc:desc", ":desc"])
  func `an unknown key is refused with the known ones`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try TaskOrder(text) }
    #expect(error?.english.contains("progress") == true)
  }
}
