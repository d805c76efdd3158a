import Migration
import MigrationService
import Words

extension Failure {
  /// That a place could not be listed from this machine.
  ///
  /// - Parameters:
  ///   - place: What it is called; `nil` for the source.
  ///   - problem: What the lister says.
  init(listing place: String?, _ problem: MoverProblem) {
    var reason = problem.description.prefix(1).lowercased() + problem.description.dropFirst()
    if reason.hasSuffix(".") { reason.removeLast() }
    self.init(Self.failed, .unlisted(place, reason: reason, code: problem.code))
  }
}
