/// What a list of the source lacks, by the log of the child that made it.
struct ListFlaws {
  private var lacksNames = false
  private var lacksOthers = false

  /// Whether it lacks objects that were named and could not be looked at, and nothing else; these are for
  /// the copy to tell.
  var areNamesAlone: Bool { lacksNames && !lacksOthers }

  /// Takes a line of the log.
  mutating func take(_ line: ArraySlice<UInt8>) {
    switch RcloneLogLine(line) {
    case .failed: lacksNames = true
    // The sum of what has failed.
    case .summary(let message) where message.hasPrefix("Failed to lsf with "): break
    case .trouble, .summary: lacksOthers = true
    case .copied, nil: break
    }
  }
}
