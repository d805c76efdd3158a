import Canvas

extension Link.Freshness {
  /// The word that the header shows.
  func label(showsAge: Bool) -> String {
    switch self {
    case .connecting: "CONNECTING"
    case .live(let seconds): showsAge ? "LIVE \(seconds)s" : "LIVE"
    case .paused: "PAUSED"
    case .stale(let seconds): "STALE \(seconds)s"
    case .offline(let seconds): "OFFLINE retry \(seconds)s"
    }
  }

  var style: Style {
    switch self {
    case .connecting: Style(.muted, bold: true)
    case .live: Style(.good, bold: true)
    case .paused: Style(.warning, bold: true, reversed: true)
    case .stale: Style(.warning, bold: true)
    case .offline: Style(.bad, bold: true)
    }
  }
}
