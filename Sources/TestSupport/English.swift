package import Migration
import Words

extension APIProblem {
  /// The problem as an English reader sees it.
  package var english: String { English().line(self) }
}

extension LeftOut {
  /// What was left out, as an English reader sees it.
  package var english: String { English().words(self) }
}

extension ActionRemark {
  /// The remark as an English reader sees it.
  package var english: String { English().words(self) }
}

extension ConfigurationError {
  /// What is wrong as an English reader sees it.
  package var english: String { English().words(self) }
}

extension FilterError {
  /// What is wrong as an English reader sees it.
  package var english: String { English().words(self) }
}

extension Refusal {
  /// The refusal as an English reader sees it.
  package var english: String { English().words(reason) }
}

extension ActionVerdict {
  /// What the action comes to, as an English reader sees it.
  package var english: String { English().line(self) }
}

extension Fact {
  /// Something that went wrong, for whoever plays a service and does not care what it is.
  package static func said(_ text: String) -> Fact { .unreadableEntry(reason: text) }
}

extension APIProblem {
  /// A problem with this in its words, for whoever plays a service.
  package init(
    kind: Kind, code: String? = nil, message: String = "", status: Int? = nil,
    requestID: String? = nil, sentence: String
  ) {
    self.init(
      .said(sentence), kind: kind, code: code, message: message, status: status,
      requestID: requestID)
  }
}
