/// The beginning of locations, which names the places that somebody's keys open.
///
/// `s3://BUCKET/FOLDER?endpoint=URL`, as a location is written, where everything behind the scheme may
/// be missing: `obs://` stands for all of that provider, `s3://?endpoint=URL` for all of that store.
package struct LocationPrefix: Equatable, Sendable, CustomStringConvertible {
  /// The prefix as it was written, without what may be a secret.
  package let description: String

  private let provider: String
  /// The bucket, then the names of folders.
  private let path: [String]
  private let options: [String: String]

  /// Reads a prefix.
  ///
  /// - Throws: ``ConfigurationError`` for anything that is none.
  package init(_ text: String) throws(ConfigurationError) {
    let shown = StorageLocation.shown(text)
    guard let marker = text.firstRange(of: "://") else { throw .location(shown, .form) }
    let scheme = String(text[..<marker.lowerBound])
    guard let provider = StorageLocation.provider(ofScheme: scheme) else {
      throw .location(Quoted(scheme), .scheme(known: StorageLocation.schemes))
    }
    let rest = text[marker.upperBound...]
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    guard !rest[..<mark].contains(where: { $0 == "@" || $0 == ":" }) else {
      throw .location(shown, .holdsKeys)
    }
    self.provider = provider
    path = Self.names(String(rest[..<mark]))
    options = try Self.options(
      PercentEncoding.items(ofRawQuery: rest[mark...].dropFirst()), scheme: scheme, of: shown)
    let query = options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    description = shown.description + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// Whether all that `location` means is at such a place; names are compared as a whole.
  package func holds(_ location: StorageLocation) -> Bool {
    guard StorageLocation.commonProvider(location.provider) == provider else { return false }
    let known = location.options
    guard
      options.allSatisfy({ name, value in known.contains { $0.name == name && $0.value == value } })
    else { return false }
    let keys = location.keys.isEmpty ? [""] : location.keys
    return keys.allSatisfy { key in
      let names = [location.bucket] + Self.names(key)
      return names.prefix(path.count).elementsEqual(path) { $0.utf8.elementsEqual($1.utf8) }
    }
  }

  /// Whether it says more of a place than `other` does: more names of its path, or as many and more
  /// options.
  package func isLonger(than other: LocationPrefix) -> Bool {
    (path.count, options.count) > (other.path.count, other.options.count)
  }

  /// Whether it names the same places as `other`, however it is written.
  package func isSame(as other: LocationPrefix) -> Bool {
    (provider, path, options) == (other.provider, other.path, other.options)
  }

  private static func names(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  private static func options(
    _ items: [(name: String, value: String)], scheme: String, of place: Quoted
  ) throws(ConfigurationError) -> [String: String] {
    let known = scheme == "s3" ? S3Store.names : ["region"]
    var options: [String: String] = [:]
    for (name, value) in items {
      guard known.contains(name) else {
        throw .location(place, .option(scheme: scheme, known: known, not: Quoted(name)))
      }
      // An address has several spellings.
      let usual = name == "endpoint" ? try Endpoint(value).description : value
      guard options.updateValue(usual, forKey: name) == nil else {
        throw .location(place, .repeatedOption(Quoted(name)))
      }
    }
    return options
  }
}
