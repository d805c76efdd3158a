import Canvas
import Testing

struct TableLayoutTests {
  private let columns = [
    TableColumn("a", minimum: 2, ideal: 4, priority: 1),
    TableColumn("b", minimum: 5, ideal: 8, priority: 3),
    TableColumn("c", minimum: 3, ideal: 3, priority: 2),
  ]

  @Test(arguments: [
    (0, ["b"]), (4, ["b"]), (7, ["b"]), (8, ["a", "b"]), (9, ["b", "c"]), (12, ["a", "b", "c"]),
    (99, ["a", "b", "c"]),
  ])
  func `columns are left out by priority and stay in order`(width: Int, shown: [String]) {
    #expect(TableLayout(columns, width: width).placements.map(\.id) == shown)
  }

  @Test func `room goes to the most important column first`() {
    let layout = TableLayout(columns, width: 14)
    #expect(layout.placements.map(\.width) == [2, 7, 3])
    #expect(layout.placements.map(\.start) == [0, 3, 11])
  }

  @Test func `no table is wider than its room`() {
    for width in 0...40 {
      let last = TableLayout(columns, width: width).placements.last
      #expect((last?.start ?? 0) + (last?.width ?? 0) <= width)
    }
  }

  @Test(arguments: [
    (0.0, "····"), (1, "████"), (0.5, "██··"), (0.375, "█▌··"), (0.999, "███▉"), (-3, "····"),
    (7, "████"), (.nan, "····"), (.infinity, "████"),
  ])
  func `a gauge is filled as far as the fraction says`(fraction: Double, shown: String) {
    #expect(gauge(fraction, width: 4) == shown)
  }

  @Test(arguments: [
    (0.5, 0.25, "▓█··"), (0.5, 1, "▓▓··"), (0.4, 0.5, "▓▌··"), (1, 0.1, "████"), (0, 1, "····"),
  ])
  func `the lighter part of a gauge is within the filled one`(
    fraction: Double, lighter: Double, shown: String
  ) {
    #expect(gauge(fraction, lighter: lighter, width: 4) == shown)
  }

  @Test(arguments: [-1, 0, 1, 2, 33])
  func `a gauge has exactly its width`(width: Int) {
    #expect(gauge(0.7, width: width).count == max(0, width))
  }
}
