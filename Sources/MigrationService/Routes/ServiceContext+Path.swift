import FoundationEssentials
import Hummingbird
import Migration
import NIOFoundationEssentialsCompat

/// What the path of a request names.
extension ServiceContext {
  /// The task.
  func taskID() throws(ServiceError) -> TaskID {
    guard let id = parameters.get("task").flatMap({ TaskID($0) }),
      id.rawValue <= 999_999_999_999_999
    else { throw ServiceError(.taskIDInvalid) }
    return id
  }

  /// The task group.
  func groupID() throws(ServiceError) -> TaskGroupID {
    guard let id = parameters.get("group"), !id.isEmpty else { throw .noSuchGroup }
    return TaskGroupID(rawValue: id)
  }

  /// The project, which must be the caller's own.
  func project() throws(ServiceError) -> String {
    let project = try identifier()
    switch caller {
    case .owner: return project
    case .holder(let own):
      guard own == project else { throw .otherProject }
      return project
    }
  }

  /// The project or the account, whoever calls.
  func identifier() throws(ServiceError) -> String {
    guard let id = parameters.get("project"), ProjectID.isValid(id) else {
      throw ServiceError(.userIDInvalid)
    }
    return id
  }
}

extension Request {
  /// The body, which the gate has read already and held to its limit.
  func read() async throws -> Data { Data(buffer: try await body.collect(upTo: .max)) }

  /// The names and values of the query, decoded.
  var queryItems: [(name: String, value: String)] {
    uri.query.map { PercentEncoding.items(ofRawQuery: $0) } ?? []
  }
}
