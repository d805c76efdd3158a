/// The languages that Ferry speaks.
package enum Language: String, CaseIterable, Equatable, Sendable {
  /// English.
  case english = "en"
  /// 简体中文.
  case chinese = "zh"

  /// The language that `FERRY_LANG` names, or else the one of the locale; English when neither is one
  /// of these.
  package init(environment: [String: String]) {
    let names = ["FERRY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let wanted = names.first { !$0.isEmpty }?.lowercased() ?? ""
    self = Self.allCases.first { wanted.hasPrefix($0.rawValue) } ?? .english
  }

  /// What it says.
  package var tongue: any Tongue {
    switch self {
    case .english: English()
    case .chinese: Chinese()
    }
  }
}
