import Migration

extension Endpoint {
  /// The address that the HTTP library understands, for a path and query that are encoded already.
  func url(target: String) -> String {
    switch place {
    case .web(let scheme, let authority, _): "\(scheme)://\(authority)\(target)"
    case .socket(let path): "http+unix://\(PercentEncoding.encoded(path))\(target)"
    }
  }
}
