extension TaskFailure {
  /// The version of the API that told of a failure, as two codes mean something else in each.
  package enum Teller: Equatable, Sendable {
    /// OMS API v1.
    case v1
    /// OMS API v2.
    case v2
  }

  /// Whether running a failed task again makes sense.
  package enum Restart: Equatable, Sendable {
    /// As it is.
    case now
    /// After the user has looked something over, and maybe put it right.
    case afterCheck
    /// After the user has changed something.
    case afterChange
    /// Never.
    case never
  }

  /// What a failure means for the user.
  package struct Advice: Equatable, Sendable {
    /// What happened and what to do, in one line.
    package var sentence: String
    /// Whether running the task again makes sense.
    package var restart: Restart

    init(_ restart: Restart, _ sentence: String) {
      self.sentence = sentence
      self.restart = restart
    }
  }

  /// What this failure means for the user.
  ///
  /// - Parameter teller: The version of the API that told of it.
  /// - Returns: `nil` when the code is not known.
  package func advice(from teller: Teller) -> Advice? {
    guard let number = ServiceCode.number(of: code, families: ["TRF"]) else { return nil }
    return switch (number, teller) {
    case (63, .v1):
      Advice(.afterChange, "archived data could not be restored; restore it at the source")
    case (63, .v2):
      Advice(.afterChange, "the balance is too low to upload; pay, then run the task again")
    case (64, .v1): Self.notRestored
    case (64, .v2): nil
    default: Self.reasons[number]
    }
  }
}
