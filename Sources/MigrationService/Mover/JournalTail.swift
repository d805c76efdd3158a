/// How far the files of a child have been read: what it set out to do, or has listed, and what it has
/// logged.
struct JournalTail {
  let files: ChildFiles
  /// Whether the child is one of an earlier run, which writes no more.
  let isEarlier: Bool
  /// Whether nothing is left to be read.
  var isRead = false
  /// Whether something was read.
  private(set) var hasBegun = false
  private var output: LineTail
  private var log: LineTail

  /// The most bytes of a file that are read at once: some thousands of objects.
  private static let piece: Int64 = 1 << 18

  /// The files of a child, from their beginning on.
  init(_ files: ChildFiles, isEarlier: Bool) {
    self.files = files
    self.isEarlier = isEarlier
    output = LineTail(files.output)
    log = LineTail(files.log)
  }

  /// How many bytes of what it set out to do have been read.
  var position: Int64 { output.position }

  /// Hands the lines of a piece of each file to the caller.
  ///
  /// - Parameters:
  ///   - takeOutput: Takes what it set out to do, or has listed.
  ///   - takeLogged: Takes what it has logged. Both hear whether that was after it had been asked to end.
  /// - Returns: Whether that was all that was there.
  mutating func readPiece(
    _ takeOutput: (_ line: ArraySlice<UInt8>, _ isLeaving: Bool) throws -> Void,
    log takeLogged: (_ line: ArraySlice<UInt8>, _ isLeaving: Bool) throws -> Void
  ) rethrows -> Bool {
    hasBegun = true
    // A name is planned before it is logged; read the other way round, one that the log cannot show
    // as it is would not be known yet.
    let (asked, logged) = (files.writtenBeforeEnd, log.end)
    let isPlanRead = try output.read(
      upTo: output.position + Self.piece, leavingFrom: asked?.output, takeOutput)
    guard isPlanRead else { return false }
    let end = min(logged, log.position + Self.piece)
    return try log.read(upTo: end, leavingFrom: asked?.log, takeLogged) || end == logged
  }
}

extension LineTail {
  /// Hands out lines as ``read(upTo:_:)`` does, with whether they begin behind the place where a child
  /// was asked to end.
  fileprivate mutating func read(
    upTo end: Int64, leavingFrom asked: Int64?,
    _ body: (_ line: ArraySlice<UInt8>, _ isLeaving: Bool) throws -> Void
  ) rethrows -> Bool {
    guard let asked, asked < end else { return try read(upTo: end) { try body($0, false) } }
    _ = try read(upTo: asked) { try body($0, false) }
    return try read(upTo: end) { try body($0, true) }
  }
}
