import Hummingbird

/// Who sent a request.
enum Caller: Equatable, Sendable {
  /// The user that the service runs for, over the Unix socket.
  case owner
  /// The holder of an access key of this project.
  case holder(project: String)
}

/// What is known about a request beside its bytes.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who sent it; set by ``Gate`` before any route sees the request.
  var caller = Caller.owner

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}
