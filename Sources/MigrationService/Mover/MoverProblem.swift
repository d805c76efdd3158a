/// Why a run cannot begin, in one line that says what is wrong and what to do.
package struct MoverProblem: Error, Equatable, CustomStringConvertible {
  /// The `TRF` code that a task gets which fails for this.
  package var code: String
  /// The line.
  package var description: String
  /// Whether it is only that what was to be read is not there.
  package var isAbsence = false

  /// A problem that a task reports with `code`.
  package init(_ description: String, code: String = "TRF.0001") {
    self.code = code
    self.description = description
  }

  /// What is wrong with one side of an order.
  ///
  /// - Parameters:
  ///   - role: The side.
  ///   - what: What is wrong with it.
  package init(_ role: CheckedLocation.Role, _ what: String) {
    switch role {
    case .source: self.init("The source cannot be read: \(what).", code: "TRF.0155")
    case .destination: self.init("The destination cannot be used: \(what).", code: "TRF.0058")
    }
  }

  /// A location that cannot be used.
  package init(_ problem: LocationProblem) {
    let part =
      switch problem.part {
      case .provider: "provider"
      case .region: "region"
      case .bucket: "bucket"
      case .key: "folder"
      }
    self.init(problem.role, "the \(part) \(problem.words)")
  }
}
