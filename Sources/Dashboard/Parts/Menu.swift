/// Which of some lines somebody chooses.
package struct Menu: Equatable, Sendable {
  /// The chosen line, from 0.
  package private(set) var row: Int
  /// How many lines there are, at least 1.
  let count: Int

  /// A choice of `count` lines, the line `row` at first.
  init(count: Int, row: Int = 0) {
    self.count = count
    self.row = row
  }

  /// Chooses another line.
  mutating func move(_ motion: Motion) {
    row = min(max(motion.target(from: row, height: count, count: count), 0), count - 1)
  }
}
