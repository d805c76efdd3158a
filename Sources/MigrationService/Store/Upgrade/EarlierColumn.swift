import GRDB

/// The columns that made a task before most of it became JSON, in the order in which they are asked for.
///
/// A value is found by its column's place, which is many times faster than by its name.
enum EarlierColumn: Int, CaseIterable {
  case id, project, name, state, kind
  case sourceProvider, sourceRegion, sourceBucket, sourceKeys
  case destinationProvider, destinationRegion, destinationBucket, destinationFolder
  case threads, description, bandwidth, changedSince, shown
  case run, firstBeganAt, beganAt, elapsed, earlier
  case totalObjects, succeededObjects, failedObjects, skippedObjects
  case totalBytes, realBytes, completedBytes, isScanned
  case failureCode, failureMessage, recorded, isConfined, queuedAt

  /// All of them, as a SELECT names them.
  static let list = allCases.map(\.name).joined(separator: ", ")

  /// The name in the database: `sourceKeys` is `source_keys` there.
  private var name: String {
    "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
  }
}

extension Row {
  /// The value of a column.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: EarlierColumn
  ) -> Value { self[column.rawValue] }
}
