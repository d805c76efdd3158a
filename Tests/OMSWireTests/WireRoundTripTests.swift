import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

/// What one side writes, the other reads: the client what a service answers, and the other way round.
struct WireRoundTripTests {
  /// Writes values of many seeds and reads them again.
  private func check<Value: Equatable>(
    _ form: WireForm<Value>, _ make: (inout Generator) -> Value
  ) throws {
    for seed in UInt64(0)..<300 {
      var random = Generator(seed: seed)
      let value = make(&random)
      let bytes = form.bytes(of: value)
      let reading = try form.reading(of: bytes)
      #expect(reading.value == value, "seed \(seed)")
      #expect(reading.oddities == [], "seed \(seed)")
      // Another reader takes it, too, and finds no member twice.
      let theirs = try JSON(String(decoding: bytes, as: UTF8.self))
      #expect(try JSON(JSONValue(bytes)) == theirs, "seed \(seed)")
    }
  }

  @Test(arguments: [TaskDialect.v1, .v2])
  func `a task comes back as it was`(dialect: TaskDialect) throws {
    try check(.task(in: dialect)) { $0.answeredTask(in: dialect) }
  }

  @Test(arguments: [TaskDialect.v1, .v2])
  func `a page comes back as it was, with neighbours alike and not`(dialect: TaskDialect) throws {
    for seed in UInt64(0)..<100 {
      var random = Generator(seed: seed)
      var tasks: [AnsweredTask] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        // Half of them share what the one before them has.
        if var last = tasks.last, random.flag() {
          last.task.id = TaskID(rawValue: random.count())
          tasks.append(last)
        } else {
          tasks.append(random.answeredTask(in: dialect))
        }
      }
      let form = WireForm<WirePage<AnsweredTask>>.tasks(in: dialect)
      let page = try form.value(in: form.bytes(of: WirePage(tasks, total: 1000)))
      #expect(page.entries == tasks, "seed \(seed)")
      #expect(page.unreadable == [])
      #expect(page.total == (dialect == .v1 ? nil : 1000))
    }
  }

  @Test func `a group comes back as it was`() throws {
    try check(.group) { $0.group() }
  }

  @Test func `a synchronisation task comes back as it was`() throws {
    try check(.synchronisationTask) { $0.synchronisationTask() }
  }

  @Test func `statistics come back as they were`() throws {
    try check(.statistics) { random in
      SyncStatistics(
        id: SyncTaskID(rawValue: random.word()), interval: random.word(),
        series: SyncStatistics.Kind.allCases.map { kind in
          SyncStatistics.Series(
            kind: kind,
            points: (0..<Int.random(in: 0...3, using: &random)).map { _ in
              SyncStatistics.Point(time: random.date(), value: random.count())
            })
        })
    }
  }

  @Test func `small answers come back as they were`() throws {
    try check(.created) { CreatedTask(id: TaskID(rawValue: $0.count()), name: $0.word()) }
    try check(.createdGroup) { TaskGroupID(rawValue: $0.word()) }
    try check(.createdSynchronisationTask) { SyncTaskID(rawValue: $0.word()) }
    try check(.count) { Int($0.count()) }
    try check(.quota) { Int($0.count()) }
    try check(.texts) { [$0.word(), $0.word()] }
    try check(.health) { random in
      ServiceCondition(
        problems: random.flag() ? [] : [random.word()],
        windowZone: random.optional { random in
          WindowZone(
            name: random.optional { $0.word() }, minutes: Int(random.count() % 2879) - 1439)
        })
    }
    try check(.unmovedObjects) { [UnmovedObject($0.word(), $0.word())] }
    try check(.runLog) { random in
      [
        RunLogLine(
          at: random.optional { $0.date() }, random.flag() ? .arrived : .failed,
          object: random.optional { $0.word() }, size: random.optional { $0.count() },
          message: random.optional { $0.word() })
      ]
    }
    try check(.prefixExists) { $0.flag() }
    try check(.refusal) {
      WireRefusal(code: $0.word(), message: $0.word(), requestID: $0.optional { $0.word() })
    }
    for hasRange in [true, false] {
      try check(.versions(hasRange: hasRange)) { APIVersions([$0.version(), $0.version()]) }
      try check(.version(hasRange: hasRange)) { $0.version() }
    }
  }

  @Test func `answers about buckets come back as they were`() throws {
    try check(.bucketRegion) { BucketRegion(region: $0.region(), isSupported: $0.flag()) }
    try check(.regions) {
      [ProviderRegions(provider: $0.word(), regions: [$0.region(), $0.region()])]
    }
    try check(.objectListing) { random in
      let size = random.optional { ByteCount(rawValue: $0.count()) }
      return ObjectListing(
        objects: [ListedObject(key: random.word(), size: size)],
        nextMarker: random.optional { $0.word() })
    }
    try check(.sourceDomainCheck) {
      SourceDomainCheck(
        isSameProvider: $0.flag(), isReadable: $0.flag(),
        objects: [
          SourceDomainCheck.CheckedObject(key: $0.word(), exists: $0.flag(), isSame: $0.flag())
        ])
    }
  }
}
