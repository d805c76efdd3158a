import Canvas
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// A task is its route, and no two rows look alike.
struct RouteTests {
  private func task(_ number: Int64, _ source: String, _ destination: String, name: String = "")
    -> MigrationTask
  {
    .sample(number, .running, name: name) { task in
      task.source = StorageLocation(provider: "AWS", bucket: source)
      task.destination = StorageLocation(provider: "OBS", bucket: destination)
    }
  }

  private func cells(_ tasks: [MigrationTask], width: Int, isASCII: Bool = false) -> [[Cell]] {
    RouteText.lines(tasks, widths: tasks.map { _ in width }, isASCII: isASCII)
  }

  private func lines(_ tasks: [MigrationTask], width: Int, isASCII: Bool = false) -> [String] {
    cells(tasks, width: width, isASCII: isASCII).map { cells in
      var frame = Frame(size: Size(rows: 1, columns: max(1, cells.count)))
      frame.write(cells, row: 0, column: 0)
      return frame.description
    }
  }

  @Test func `a route that fits is shown whole`() {
    #expect(lines([task(1, "videos", "archive")], width: 16) == ["videos → archive"])
  }

  @Test func `a terminal of ASCII has an arrow of it`() {
    #expect(lines([task(1, "videos", "照片")], width: 20, isASCII: true) == ["videos -> ??"])
  }

  @Test func `what rows have in common is cut first`() {
    let tasks = ["2024", "2025", "2026"].enumerated().map { index, year in
      task(Int64(index), "photos-archive-of-the-company/\(year)/", "archive")
    }
    let shown = lines(tasks, width: 24)
    #expect(shown.map { $0.contains("…") } == [true, true, true])
    for (line, year) in zip(shown, ["2024", "2025", "2026"]) { #expect(line.contains("/\(year)/")) }
  }

  @Test func `a place in the middle that tells is kept, between what is cut`() {
    let start = String(repeating: "a", count: 30)
    let end = String(repeating: "z", count: 30)
    let tasks = (0..<3).map { task(Int64($0), "\(start)/x\($0)/\(end)", "b") }
    for (index, line) in lines(tasks, width: 20).enumerated() {
      #expect(line.contains("/x\(index)/"))
    }
  }

  @Test func `all that tells is kept where there is room`() {
    let (one, other) = ("one-very-long-name", "the-other-very-long-name")
    let tasks = [one, other].flatMap { name in
      ["2025", "2026"].map { "\(name)/with/much/in/common/\($0)/" }
    }.enumerated().map { task(Int64($0), $1, "b") }
    #expect(Set(lines(tasks, width: 22)).count == 4)
  }

  @Test func `of an alike route the name tells, or else the id`() {
    let named = [task(1, "a", "b", name: "first"), task(2, "a", "b", name: "second")]
    #expect(lines(named, width: 30) == ["a → b  first", "a → b  second"])
    let nameless = [task(1, "a", "b"), task(2, "a", "b")]
    #expect(lines(nameless, width: 30).map { $0.suffix(5) } == ["30001", "30002"])
  }

  @Test func `a task without a route has its name`() {
    #expect(lines([task(1, "", "", name: "first")], width: 30) == ["first"])
  }

  @Test func `of a wide character never a half is shown`() {
    for width in 0...24 {
      let tasks = [task(1, "照片归档/二〇二五年", "归档"), task(2, "照片归档/二〇二六年", "归档")]
      for cells in cells(tasks, width: width) {
        #expect(cells.count <= width)
        for (index, cell) in cells.enumerated() where cell.width == 2 {
          #expect(index + 1 < cells.count && cells[index + 1].width == 0)
        }
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no two rows look alike, and none is wider than its room`(seed: UInt64) {
    var random = Generator(seed: seed)
    let words = ["photos", "archive", "2025", "2026", "照片", "\u{202E}", "x", "-", "/", "…", " "]
    func name() -> String {
      (0..<Int.random(in: 0..<8, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined()
    }
    let tasks = (0..<30).map { task(Int64($0), name(), name(), name: name()) }
    for width in [24, 36, 60] {
      let rows = cells(tasks, width: width)
      #expect(rows.allSatisfy { $0.count <= width }, "seed \(seed)")
      #expect(Set(rows).count == rows.count, "seed \(seed), width \(width)")
    }
  }

  @Test(arguments: ["\u{1B}[2J", "\u{202E}txt.exe", "a\nb", "\u{0}"])
  func `a hostile name is harmless`(name: String) {
    let shown = lines([task(1, name, name)], width: 20)[0]
    #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(!shown.contains("\u{202E}"))
  }
}
