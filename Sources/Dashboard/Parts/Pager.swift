/// Where in lines that are too many for their window somebody reads.
package struct Pager: Equatable, Sendable {
  /// The line at the top of the window, from 0.
  package private(set) var top = 0

  /// Moves the window of `height` lines over `count` of them.
  mutating func move(_ motion: Motion, height: Int, count: Int) {
    let last = max(0, count - height)
    top = min(max(motion.target(from: top, height: height, count: last + 1), 0), last)
  }
}
