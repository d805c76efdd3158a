package import Migration

/// What a version of the API refuses in a creation beside what it has no member for.
///
/// A creation itself is sent as it is, as services change their limits; this is for whoever wants to
/// know before.
package enum CreationRules {
  /// Checks an order by the rules of the references.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package static func check(_ order: NewTask, in dialect: TaskDialect) throws(APIProblem) {
    try order.check()
    _ = try WireBody.creation(of: order, in: dialect)
    try check(
      order.settings.description, without: charactersRefused(in: dialect))
    let limits = limits(in: dialect)
    try check(
      order.settings.bandwidth.allSatisfy { limits.contains($0.maxBandwidth) }, .limitOutOfRange)
    try check(order.settings.threads.map { (0...50).contains($0) } ?? true, .threadsInvalid)
    let both = [order.keys.source, order.keys.destination].compactMap { $0 }
    try check(
      both.allSatisfy { max($0.accessKey.count, $0.secretKey.reveal().count) <= 100 },
      .parametersInvalid)
    try check(
      (order.source.keys + order.destination.keys).allSatisfy { $0.utf8.count <= 1024 },
      .selectionInvalid)
  }

  /// Checks a synchronisation task by section 6 of the v2 reference.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package static func check(_ task: NewSyncTask) throws(APIProblem) {
    _ = try WireBody.creation(of: task)
    try check(task.settings.description, without: "<>()\"'&")
  }

  /// The characters that a description must not have.
  package static func charactersRefused(in dialect: TaskDialect) -> String {
    dialect.isFirst ? "<>()\"'&" : "^<>&\"'"
  }

  private static func check(_ description: String, without signs: String) throws(APIProblem) {
    try check(
      description.count <= 255 && !description.contains { signs.contains($0) },
      .descriptionCharacters)
  }

  /// The speed limits that a version takes; 1 MB is 1048576 bytes.
  package static func limits(in dialect: TaskDialect) -> ClosedRange<ByteRate> {
    dialect.isFirst ? 5_242_880...10_737_418_240 : 1_048_576...209_715_200
  }

  private static func check(_ isRight: Bool, _ reason: ServiceReason) throws(APIProblem) {
    guard !isRight else { return }
    let code = ErrorCatalogue.refusal(for: reason).code
    throw APIProblem(.refused(reason), kind: .invalid, code: code)
  }
}
