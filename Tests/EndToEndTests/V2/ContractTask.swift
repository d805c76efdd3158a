/// A task as scripts have it, with every member that there has to be.
struct ContractTask: Decodable {
  struct Problem: Decodable {
    var code: String
    var message: String
  }

  var id: Int64
  var name: String
  var state: String
  var progress: Double
  var speed: Int64
  var completed_bytes: Int64
  var total_bytes: Int64
  var succeeded_objects: Int64
  var failed_objects: Int64
  var total_objects: Int64
  var seconds_left: Int64?
  var source: String
  var destination: String
  var error: Problem?
  var started_at: String?
  var ended_at: String?
}
