/// Why a run cannot begin, in one line that says what is wrong and what to do.
package struct MoverProblem: Error, Equatable, CustomStringConvertible {
  /// The `TRF` code that a task gets which fails for this.
  package var code: String
  /// The line.
  package var description: String

  /// A problem that a task reports with `code`.
  package init(_ description: String, code: String = "TRF.0001") {
    self.code = code
    self.description = description
  }
}
