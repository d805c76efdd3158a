import Canvas
import FoundationEssentials
import Migration
import Words

extension Page {
  /// Adds all that there is to say about a task.
  mutating func add(
    _ task: MigrationTask, zone: WindowZone?, in configuration: DashboardConfiguration
  ) {
    let tongue = configuration.tongue
    func add(_ label: Label, _ value: String, style: Style = .plain) {
      addFact(tongue.words(label), value, style: style)
    }
    add(.state, stateText(task.state), style: task.state.style)
    if let failure = task.outcome.failure {
      add(.error, "\(failure.code) \(failure.message)", style: Style(.bad))
    }
    if task.state == .failed { add(.advice, tongue.whyFailed(task)) }
    add(.progress, task.progressSentence(in: tongue))
    add(.source, task.source.sentence)
    add(.destination, task.destination.sentence)
    add(.objects, tongue.words(task.objects.talk(isGrowing: task.isScanning)))
    add(.time, tongue.words(task.times(in: configuration.zone)))
    add(.id, task.id.description)
    addName(task.name)
    if !task.settings.description.isEmpty { add(.description, task.settings.description) }
    add(.type, task.kind.rawValue)
    addLimits(Array(task.settings.bandwidth.prefix(5)), zone: zone, in: tongue)
  }

  /// Adds what was chosen for a task, and what was not.
  mutating func addSettings(
    of task: MigrationTask, zone: WindowZone?, in configuration: DashboardConfiguration
  ) {
    let tongue = configuration.tongue
    nameWidth = 16
    let facts = task.settings.facts(zone: zone, in: tongue) {
      dateText($0, in: configuration.zone)
    }
    for (label, value) in facts { addFact(tongue.words(label), value) }
    if task.settings.bandwidth.isEmpty {
      addFact(tongue.words(Label.limit), tongue.words(LimitTalk.none))
    }
    addNotification(of: task, in: tongue)
    let chosen = Set(facts.map(\.label))
    let others = Label.ofSettings.filter { !chosen.contains($0) }.map(tongue.words)
    guard !others.isEmpty else { return }
    addText(
      tongue.words(InspectorTalk.byDefault(others.joined(separator: tongue.comma))),
      style: Style(.muted))
  }

  private mutating func addNotification(of task: MigrationTask, in tongue: any Tongue) {
    guard let outcome = task.outcome.notification else { return }
    addFact(tongue.words(Label.notification), outcome.sentence(in: tongue))
  }
}

extension Page {
  /// Adds speed limits, each with the zone that its hours are counted in, as far as that is known.
  mutating func addLimits(
    _ windows: [BandwidthWindow], zone: WindowZone?, in tongue: any Tongue
  ) {
    for window in windows { addFact(tongue.words(Label.limit), window.sentence(zone: zone)) }
  }
}

extension MigrationTask {
  /// `68%, 4.1 GiB of 6.0 GiB, 2.1 MiB/s`, as far as it is known.
  func progressSentence(in tongue: any Tongue) -> String {
    let total = (isScanning ? "≥ " : "") + bytesText(totalBytes)
    let parts = [
      progressText, tongue.words(.part(bytesText(completedBytes), of: total)),
      state.isMoving ? speedText(speed) : nil,
    ]
    return parts.compactMap(\.self).joined(separator: tongue.comma)
      + (isScanning ? tongue.words(.stillListed) : "")
  }

  fileprivate func times(in clocks: WindowZone) -> ScreenTalk {
    .times(
      started: startedAt.flatMap { dateText($0, in: clocks) }, ran: elapsed.map(durationText),
      left: currentTimeLeft.map(durationText))
  }
}

extension StorageLocation {
  /// `photos/2025/ (AWS eu-west-1)`, as far as it is known.
  var sentence: String {
    let place = [provider, region].filter { !$0.isEmpty }.joined(separator: " ")
    return place.isEmpty ? shortName : "\(shortName) (\(place))"
  }
}

extension ObjectCounts {
  fileprivate func talk(isGrowing: Bool) -> ScreenTalk {
    .objects(
      moved: countText(succeeded), of: (isGrowing ? "≥ " : "") + countText(total),
      failed: countText(failed), skipped: countText(skipped))
  }
}
