import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// How what is under way moves: trends, time left, limits, standstills and the graph.
struct MovementTests {
  private func task(
    _ number: Int64 = 1, speed: Int64 = 1 << 20, change: (inout MigrationTask) -> Void = { _ in }
  ) -> MigrationTask {
    .sample(number, .running) { task in
      task.speed = ByteRate(rawValue: speed)
      task.totalBytes = ByteCount(rawValue: 600 << 20)
      task.completedBytes = 0
      change(&task)
    }
  }

  /// The line of the only task.
  private func row(_ session: Session) -> String {
    session.screen.split(separator: "\n").first { $0.contains("→") && $0.contains("photos-") }
      .map(String.init) ?? ""
  }

  @Test func `a row shows how its speed went`() {
    var session = Session(size: .large, tasks: [])
    for step in 1...4 {
      session.send(
        .tasksLoaded(TaskSnapshot(tasks: [task(speed: Int64(step) << 20)], at: Double(step))))
    }
    #expect(row(session).contains("▃▅▇█"))
  }

  @Test func `a trend keeps the last eight speeds`() {
    var trend = Trend()
    for speed in 1...20 { trend.add(ByteRate(rawValue: Int64(speed))) }
    #expect(trend.values == (13...20).map(Double.init))
  }

  @Test func `a time left that varies is a range, and one that does not is a number`() {
    var steady = Trend()
    var restless = Trend()
    for step in 0..<8 {
      steady.add(ByteRate(rawValue: 1 << 20))
      restless.add(ByteRate(rawValue: Int64(step % 2 == 0 ? 2 : 4) << 20))
    }
    #expect(steady.range(for: 600 << 20) == nil)
    let range = restless.range(for: 600 << 20)
    #expect(range.map { rangeText($0.least, $0.most) } == "3–5m")
    #expect(restless.range(for: 0) == nil)
  }

  @Test(arguments: [
    (30, 50, "30–50s"), (200, 290, "3–5m"), (3600, 3700, "1h"), (86_400, 200_000, "1–2d"),
  ])
  func `a range has one unit`(least: Int, most: Int, text: String) {
    #expect(rangeText(.seconds(least), .seconds(most)) == text)
  }

  @Test func `a task of which nothing has moved for a while says so, until something does`() {
    var session = Session(size: .large, tasks: [task()])
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: 19)))
    #expect(!session.screen.contains("stalled"))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: 40)))
    #expect(row(session).contains("stalled 40s"))
    session.send(.tick(Moment(50)))
    #expect(!session.screen.contains("stalled"), "nothing is heard, so nobody knows")
    session.send(
      .tasksLoaded(
        TaskSnapshot(tasks: [task { $0.completedBytes = ByteCount(rawValue: 1 << 20) }], at: 50)))
    #expect(!session.screen.contains("stalled"))
  }

  @Test func `what moves is told with its bytes and the time when it is done`() {
    var configuration = DashboardConfiguration(profile: "prod")
    configuration.zone = WindowZone(minutes: 480)
    let session = Session(configuration, size: Size(rows: 24, columns: 140), tasks: [task()])
    // Noon of the tests is 02:40 UTC.
    #expect(session.screen.contains("0 of 600M  done about 10:50 (10m)"))
  }

  @Test func `an end of another day is told with the day`() {
    let slow = task { $0.totalBytes = ByteCount(rawValue: 3 * 86_400 << 20) }
    let session = Session(size: Size(rows: 24, columns: 140), tasks: [slow])
    // Noon of the tests is a Monday.
    #expect(session.screen.contains("done about Thu 02:40 (3d)"))
  }

  @Test func `where there is no room for the clock the header has the time left alone`() {
    #expect(Session(tasks: [task()]).screen.contains("0 of 600M  done about 02:50 (10m)"))
    let narrow = Session(size: Size(rows: 24, columns: 50), tasks: [task()])
    #expect(narrow.screen.contains("0 of 600M  10m"))
  }

  @Test func `nobody says when a task is done whose size is not known yet`() {
    let waiting = MigrationTask.sample(2, .waiting) { $0.totalBytes = 0 }
    let session = Session(size: Size(rows: 24, columns: 140), tasks: [task(), waiting])
    #expect(session.screen.contains("0 of ≥600M"))
    #expect(!session.screen.contains("done about"))
  }

  @Test func `the limit in force is told where every task has one and the zone is known`() {
    let limited = task {
      $0.settings.bandwidth = [
        BandwidthWindow(start: "00:00", end: "18:59", maxBandwidth: ByteRate(rawValue: 5 << 20))
      ]
    }
    var session = Session(size: .large, tasks: [limited])
    #expect(!session.screen.contains("limit 5M/s until"))
    session.send(.windowZone(WindowZone(minutes: 480)))
    #expect(session.screen.contains("limit 5M/s until 18:59"))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [task(2)])))
    #expect(!session.screen.contains("limit 5M/s until"))
  }

  @Test func `the graph has the means of times that are over, at the same seconds always`() {
    var history = SpeedHistory()
    for second in 0..<25 { history.note(second < 10 ? 10 : 30, at: .seconds(second)) }
    #expect(history.means(width: 30) == [10, 30])
    #expect(history.means(width: 300).count == 25)
    #expect(history.means(width: 0).isEmpty)
    for second in 25..<1005 { history.note(50, at: .seconds(second)) }
    #expect(history.means(width: 30) == Array(repeating: 50, count: 29))
  }

  @Test func `before the first time is over the graph has what there is`() {
    var history = SpeedHistory()
    history.note(10, at: .zero)
    history.note(30, at: .seconds(1))
    #expect(history.means(width: 30) == [20])
  }

  @Test func `the peak is that of a second, and never below the speed of now`() {
    var history = SpeedHistory()
    #expect(history.peak == nil)
    for second in 0..<25 { history.note(second == 3 ? 90 : 10, at: .seconds(second)) }
    #expect(history.peak == 90)
    history.note(99, at: .seconds(25))
    #expect(history.peak == 99)
  }

  @Test func `of a time without an answer the graph has a gap`() {
    var history = SpeedHistory()
    for second in 0..<10 { history.note(8, at: .seconds(second)) }
    for second in 40..<50 { history.note(4, at: .seconds(second)) }
    #expect(history.means(width: 30) == [8, nil, nil, nil, 4])
    #expect(sparkline(history.means(width: 30)) == "█   ▅")
  }

  @Test func `the limit in force is told as well while nothing moves`() {
    let limited = task {
      $0.settings.bandwidth = [
        BandwidthWindow(start: "00:00", end: "18:59", maxBandwidth: ByteRate(rawValue: 5 << 20))
      ]
      $0.speed = 0
    }
    var session = Session(size: .large, tasks: [limited])
    session.send(.windowZone(WindowZone(minutes: 480)))
    #expect(session.screen.contains("limit 5M/s until 18:59"))
  }

  @Test
  func
    `a second or two that nobody saw count as the next, of one the latest, and five minutes are kept`()
  {
    var history = SpeedHistory()
    history.note(1, at: .zero)
    history.note(2, at: .seconds(3))
    history.note(9, at: .seconds(3))
    #expect(history.speeds == [1, 2, 2, 9])
    history.note(3, at: .seconds(1_000_000))
    #expect(history.speeds.count == 300)
  }

  @Test(
    arguments: [
      ([0, 0], "▁▁"), ([1, 2, 4, 8], "▂▃▅█"), ([.infinity, 1], "▁▁"), ([], ""),
      ([4, nil, 2], "█ ▅"),
    ] as [([Double?], String)])
  func `a graph of one line is filled by the highest value`(values: [Double?], text: String) {
    #expect(sparkline(values) == text)
  }
}
