import HTTPTypes
import Hummingbird

/// The paths of OMS API v2 that are about synchronisation tasks, each of which is refused by name.
struct V2SyncRoutes: Sendable {
  /// The operations, with their paths below those of the synchronisation tasks.
  static let operations: [(HTTPRequest.Method, String)] = [
    (.post, ""), (.get, ""), (.get, ":sync"), (.delete, ":sync"), (.get, ":sync/statistics"),
    (.post, ":sync/start"), (.post, ":sync/stop"), (.post, ":sync/events"),
  ]

  /// Adds the routes to those of a project.
  func add(to project: RouterGroup<ServiceContext>) {
    for (method, path) in Self.operations {
      project.on(RouterPath("sync-tasks/\(path)"), method: method) { _, context -> Response in
        _ = try context.project()
        throw ServiceError.notOffered(
          "synchronisation follows events of a cloud, which do not reach one machine; "
            + "create a task again instead")
      }
    }
  }
}
