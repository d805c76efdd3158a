import Migration

/// What both versions ask for.
extension TaskEngine {
  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - keys: The keys that came with the request.
  ///   - failedOnly: Whether only the objects that failed are run again.
  ///   - bounds: The places that the caller may name.
  /// - Throws: ``ServiceError`` when it is refused.
  func start(
    _ id: TaskID, project: String, keys: SentKeys, failedOnly: Bool, within bounds: Bounds
  ) throws {
    try turn { machine, now in
      try machine.start(
        id, project: project, failedOnly: failedOnly, isConfined: bounds.roots != nil, at: now
      ) { (definition) throws(ServiceError) in
        try bounds.check(definition)
        try Feasibility.check(definition, in: keys.dialect)
        return try keys.keys(for: definition)
      }
    }
  }
}
