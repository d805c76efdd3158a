import Migration
import MigrationService

extension Failure {
  /// That a place could not be listed from this machine.
  ///
  /// - Parameters:
  ///   - place: What it is called.
  ///   - problem: What the lister says.
  init(listing place: String, _ problem: MoverProblem) {
    var reason = problem.description.prefix(1).lowercased() + problem.description.dropFirst()
    if reason.hasSuffix(".") { reason.removeLast() }
    self.init(Self.failed, "\(place) cannot be listed: \(reason) [\(problem.code)]")
  }
}
