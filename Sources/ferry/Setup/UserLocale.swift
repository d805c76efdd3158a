import Glibc
import Words

/// The locale that the environment names, and the characters that it stands for.
struct UserLocale {
  /// The variable and the value that the locale comes from; `nil` when none is set.
  let setting: String?
  /// The charset of the locale; `nil` when that locale is not installed.
  let charset: String?
  private let name: String?
  private let language: Language

  /// The locale of this process.
  init(environment: [String: String]) {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0]?.isEmpty == false }
    name = variable.flatMap { environment[$0] }
    setting = variable.map { "\($0)=\(environment[$0] ?? "")" }
    charset = Self.installedCharset
    language = Language(environment: environment)
  }

  /// Whether nothing but ASCII is to be drawn: the locale that is named stands for other characters
  /// than those of UTF-8.
  ///
  /// Where none is named nobody has said so, and most terminals know UTF-8. A locale that is not
  /// installed is taken at its name. Whoever asks for Chinese has a terminal that shows it.
  var isASCII: Bool {
    guard let name, language == .english else { return false }
    if let charset { return charset != "UTF-8" }
    guard let dot = name.firstIndex(of: ".") else { return false }
    let suffix = name[name.index(after: dot)...].prefix { $0 != "@" }.lowercased()
    return suffix.filter { $0 != "-" } != "utf8"
  }

  private static var installedCharset: String? {
    guard let locale = newlocale(1 << LC_CTYPE, "", nil) else { return nil }
    defer { freelocale(locale) }
    return nl_langinfo_l(nl_item(CODESET), locale).map { String(cString: $0) }
  }
}
