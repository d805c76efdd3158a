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
    self.init(Self.failed, .unlisted(place, reason: problem.clause, code: problem.code))
  }
}

extension MoverProblem {
  /// What it says, to follow other words of a sentence.
  var clause: String {
    let clause = description.prefix(1).lowercased() + description.dropFirst()
    return clause.hasSuffix(".") ? String(clause.dropLast()) : clause
  }
}
