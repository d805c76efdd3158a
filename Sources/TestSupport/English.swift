package import Migration
import Words

extension APIProblem {
  /// The problem as an English reader sees it.
  package var english: String { English().line(self) }
}

extension ActionRemark {
  /// The remark as an English reader sees it.
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
