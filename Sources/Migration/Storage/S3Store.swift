/// The address of an S3-compatible store, as the region of a location there has it:
/// `https://HOST[:PORT][/PATH][?region=R][&addressing=path|virtual]`.
package struct S3Store: Equatable, Sendable {
  /// Where requests have the bucket's name.
  package enum Addressing: String, CaseIterable, Sendable {
    /// In the path: `https://HOST/BUCKET`.
    case path
    /// In the host's name: `https://BUCKET.HOST`.
    case virtual
  }

  /// An option of such an address; the raw value is its name.
  private enum Option: String, CaseIterable { case region, addressing }

  /// The most characters of a region's name.
  private static let longestRegion = 64

  /// Where the store listens.
  package let endpoint: Endpoint
  /// The region that signatures name; `nil` leaves it to whoever signs.
  package private(set) var region: String?
  /// Where requests have the bucket's name; `nil` leaves it to whoever asks.
  package let addressing: Addressing?

  /// Reads an address.
  ///
  /// - Throws: ``ConfigurationError`` for anything that is none, an option that is not known or stands
  ///   there twice among them.
  package init(_ text: String) throws(ConfigurationError) {
    let mark = text.firstIndex(of: "?") ?? text.endIndex
    endpoint = try Self.endpoint(String(text[..<mark]))
    let options = PercentEncoding.items(ofRawQuery: text[mark...].dropFirst())
    (region, addressing) = try Self.settings(options, of: Quoted(text[..<mark]))
  }

  /// The store that the options of a location name.
  ///
  /// - Throws: ``ConfigurationError`` as ``init(_:)`` does, and when there is no endpoint.
  init(
    _ options: [(name: String, value: String)], of location: Quoted
  ) throws(ConfigurationError) {
    let address = options.filter { $0.name == "endpoint" }
    guard let first = address.first, !first.value.isEmpty else {
      throw .location(location, .noEndpoint)
    }
    guard address.count == 1 else {
      throw .location(location, .repeatedOption(Quoted("endpoint")))
    }
    endpoint = try Self.endpoint(first.value)
    (region, addressing) = try Self.settings(
      options.filter { $0.name != "endpoint" }, of: location)
  }

  /// The same store, whose signatures name `region`; `nil` where that is no region's name.
  package func located(in region: String) -> S3Store? {
    guard let region = try? Self.checkedRegion(region) else { return nil }
    var store = self
    store.region = region
    return store
  }

  /// The address as ``init(_:)`` reads it.
  package var text: String {
    let options = self.options.map { "\($0.name)=\(PercentEncoding.encoded($0.value))" }
    return endpoint.description + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
  }

  /// What there is besides the endpoint, in its order.
  var options: [(name: String, value: String)] {
    [
      region.map { (Option.region.rawValue, $0) },
      addressing.map { (Option.addressing.rawValue, $0.rawValue) },
    ].compactMap(\.self)
  }

  /// The names of the options of a location at such a store.
  static let names = ["endpoint"] + Option.allCases.map(\.rawValue)

  private static func endpoint(_ text: String) throws(ConfigurationError) -> Endpoint {
    let endpoint = try Endpoint(text)
    guard !endpoint.isSocket else { throw .endpoint(Quoted(text)) }
    return endpoint
  }

  private static func settings(
    _ options: [(name: String, value: String)], of place: Quoted
  ) throws(ConfigurationError) -> (region: String?, addressing: Addressing?) {
    var values: [Option: String] = [:]
    for (name, value) in options {
      guard let option = Option(rawValue: name) else {
        throw .location(place, .option(scheme: "s3", known: names, not: Quoted(name)))
      }
      guard values.updateValue(value, forKey: option) == nil else {
        throw .location(place, .repeatedOption(Quoted(name)))
      }
    }
    let addressing = try values[.addressing].map { text throws(ConfigurationError) in
      guard let way = Addressing(rawValue: text) else {
        throw .setting(.addressing, Quoted(text), known: Addressing.allCases.map(\.rawValue))
      }
      return way
    }
    return (try values[.region].map(checkedRegion), addressing)
  }

  private static func checkedRegion(_ text: String) throws(ConfigurationError) -> String {
    let isName =
      (1...longestRegion).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_.".unicodeScalars.contains(scalar))
      }
    guard isName else { throw .region(Quoted(text)) }
    return text
  }
}
