import ArgumentParser
import Migration
import Words

/// The domain that the source of a new task is read through instead of its own.
struct DomainOptions: ParsableArguments {
  @Option(
    help: .of(.sourceDomain, valueName: "http(s)://domain"))
  var sourceDomain: String?

  @Option(
    help: .of(
      .domainAuthentication(
        words: SettingWords.domainAuthentication.words.joined(separator: ", "))),
    completion: .list(SettingWords.domainAuthentication.words))
  var sourceDomainAuth: String?

  func validate() throws {
    if sourceDomainAuth != nil, sourceDomain == nil {
      throw ValidationError(.goesWith(["--source-domain-auth"], "--source-domain"))
    }
  }

  /// The domain; `nil` when none was given.
  ///
  /// - Throws: `ConfigurationError` for an unknown word, or ``Failure`` for what is no domain.
  func domain() throws -> SourceDomain? {
    guard let sourceDomain else { return nil }
    let code = try SettingWords.domainAuthentication.code(of: sourceDomainAuth ?? "none")
    for scheme in ["https", "http"] where sourceDomain.lowercased().hasPrefix("\(scheme)://") {
      let name = sourceDomain.dropFirst(scheme.count + 3)
      guard !name.isEmpty, !name.contains(where: { "/@?# ".contains($0) }) else { break }
      return SourceDomain(domain: String(name), scheme: scheme, authentication: code)
    }
    // A query may hold a key.
    throw Failure(
      Failure.usage,
      .notADomain("\(Quoted(sourceDomain.prefix { $0 != "?" }))")
    )
  }
}
