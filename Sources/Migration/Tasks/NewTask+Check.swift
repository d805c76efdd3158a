extension NewTask {
  /// Checks what no service takes, so that the user learns of it before anything is sent.
  ///
  /// What only one version of the API refuses is left to that version's client.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package func check() throws(APIProblem) {
    try check(
      settings.description.count <= 255, "OMS.0078", "the description is longer than 255 characters"
    )
    try check(
      !settings.description.contains { "<>&\"'".contains($0) }, "OMS.0078",
      "the description must not contain < > & \" '")
    switch kind {
    case .object, .prefix:
      try check(
        settings.listFile == nil, "OMS.0088", "a list file needs the type list or url_list")
    case .list, .urlList:
      try check(
        settings.listFile != nil, "OMS.0088", "a task of type \(kind.rawValue) needs a list file")
      try check(
        source.keys.isEmpty, "OMS.0088",
        "a task of type \(kind.rawValue) takes its objects from the list file, not from keys")
    }
    if settings.consistencyCheck == "no_check" {
      try check(
        kind == .urlList, "OMS.0064", "only tasks of type url_list can go without a check")
    }
    try BandwidthWindow.check(settings.bandwidth)
  }

  private func check(_ isRight: Bool, _ code: String, _ sentence: String) throws(APIProblem) {
    guard isRight else {
      throw APIProblem(kind: .invalid, code: code, sentence: "nothing was sent: \(sentence)")
    }
  }
}

extension BandwidthWindow {
  /// Checks windows that belong together: at most five, well formed, not overlapping.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package static func check(_ windows: [BandwidthWindow]) throws(APIProblem) {
    guard windows.count <= 5 else {
      throw invalid("OMS.0083", "there are \(windows.count) speed windows; 5 are the most")
    }
    var spans: [(window: BandwidthWindow, minutes: ClosedRange<Int>)] = []
    for window in windows {
      guard let start = minute(window.start), let end = minute(window.end), start < end else {
        throw invalid(
          "OMS.0087",
          "\(window.start)-\(window.end) is not a part of a day; write hh:mm-hh:mm "
            + "with the start first, two windows for a night")
      }
      if let other = spans.first(where: { $0.minutes.overlaps(start...end) }) {
        throw invalid(
          "OMS.0085",
          "\(other.window.start)-\(other.window.end) and "
            + "\(window.start)-\(window.end) overlap; ends are inclusive: 07:59, then 08:00")
      }
      spans.append((window, start...end))
    }
  }

  private static func invalid(_ code: String, _ sentence: String) -> APIProblem {
    APIProblem(kind: .invalid, code: code, sentence: "nothing was sent: \(sentence)")
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
