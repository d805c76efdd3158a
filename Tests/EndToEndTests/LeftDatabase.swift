import GRDB

/// The database of a service that has just ended.
enum LeftDatabase {
  /// Opens it; the kernel may take a moment more until it has let go of what the service had locked.
  static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
