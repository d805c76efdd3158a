/// A task as `--output json` has it, as far as tests look at it.
struct ListedTask: Decodable, Equatable {
  var id: Int64
  var name: String
  var state: String
  var progress: Double
  var succeeded_objects: Int64
  var failed_objects: Int64
  var skipped_objects: Int64
  var total_objects: Int64
}

/// A result as `--output json` has it.
struct ListedResult: Decodable, Equatable {
  struct Problem: Decodable, Equatable {
    var code: String
    var message: String
  }

  var id: Int64
  var outcome: String
  var error: Problem?
}
