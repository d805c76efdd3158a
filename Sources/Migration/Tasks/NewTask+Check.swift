extension NewTask {
  /// Checks what no service takes, so that the user learns of it before anything is sent.
  ///
  /// What only one version of the API refuses is left to that version's client.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package func check() throws(APIProblem) {
    try check(
      settings.description.count <= 255, "OMS.0078", .descriptionTooLong
    )
    try check(
      !settings.description.contains { "<>&\"'".contains($0) }, "OMS.0078",
      .descriptionSigns)
    switch kind {
    case .object, .prefix:
      try check(
        settings.listFile == nil, "OMS.0088", .listFileNeedsKind)
    case .list, .urlList:
      try check(
        settings.listFile != nil, "OMS.0088", .needsListFile(kind))
      try check(
        source.keys.isEmpty, "OMS.0088",
        .takesListFile(kind))
    }
    if settings.consistencyCheck == "no_check" {
      try check(
        kind == .urlList, "OMS.0064", .uncheckedKind)
    }
    try BandwidthWindow.check(settings.bandwidth)
  }

  private func check(_ isRight: Bool, _ code: String, _ fault: NewTaskFault) throws(APIProblem) {
    guard isRight else {
      throw APIProblem(.unfit(fault), kind: .invalid, code: code)
    }
  }
}

extension BandwidthWindow {
  /// Checks windows that belong together: at most five, well formed, not overlapping.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``, with the code that OMS would give.
  package static func check(_ windows: [BandwidthWindow]) throws(APIProblem) {
    guard windows.count <= 5 else {
      throw invalid("OMS.0083", .tooManyWindows(windows.count))
    }
    var spans: [(window: BandwidthWindow, minutes: ClosedRange<Int>)] = []
    for window in windows {
      guard let start = minute(window.start), let end = minute(window.end), start < end else {
        throw invalid(
          "OMS.0087",
          .notPartOfDay("\(window.start)-\(window.end)"))
      }
      if let other = spans.first(where: { $0.minutes.overlaps(start...end) }) {
        throw invalid(
          "OMS.0085",
          .windowsOverlap(
            "\(other.window.start)-\(other.window.end)", "\(window.start)-\(window.end)"))
      }
      spans.append((window, start...end))
    }
  }

  private static func invalid(_ code: String, _ fault: NewTaskFault) -> APIProblem {
    APIProblem(.unfit(fault), kind: .invalid, code: code)
  }

  /// The minute of the day that `text`, `hh:mm`, names, from 0; `nil` when it names none.
  static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
