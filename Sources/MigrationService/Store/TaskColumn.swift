import GRDB

/// The columns that make a ``StoredTask``, in the order in which they are asked for.
///
/// A value is found by its column's place, which is many times faster than by its name.
enum TaskColumn: Int, CaseIterable {
  case id, project, name, state, kind
  case sourceProvider, sourceRegion, sourceBucket, sourceKeys
  case destinationProvider, destinationRegion, destinationBucket, destinationFolder
  case threads, description, bandwidth, changedSince, shown
  case run, firstBeganAt, beganAt, elapsed, earlier
  case totalObjects, succeededObjects, failedObjects, skippedObjects
  case totalBytes, realBytes, completedBytes, isScanned
  case failureCode, failureMessage, recorded, isConfined

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
    _ column: TaskColumn
  ) -> Value { self[column.rawValue] }
}
