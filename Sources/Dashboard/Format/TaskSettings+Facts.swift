package import Migration
package import FoundationEssentials
package import Words

extension TaskSettings {
  /// What was chosen, in words.
  ///
  /// - Parameters:
  ///   - zone: The zone in which the hours of limits are counted, as far as somebody knows.
  ///   - tongue: The language.
  ///   - date: Puts an instant into words.
  /// - Returns: What has a name and a value, in the order of the reference.
  package func facts(
    zone: WindowZone?, in tongue: any Tongue, date: (Date) -> String?
  ) -> [(label: Label, value: String)] {
    let values: [(Label, [String?])] = [
      (.listFile, [listFile.map { $0.sentence(in: tongue) }]),
      (.description, [description]),
      (.limit, bandwidth.map { $0.sentence(zone: zone) }),
      (.changedSince, [changedSince.flatMap(date)]),
      (.overwrite, [overwriteMode.map(SettingWords.overwrite.word)]),
      (.storageClass, [storageClass.map(SettingWords.storageClass.word)]),
      (.check, [consistencyCheck.map(SettingWords.check.word)]),
      (.priority, [priority.map(SettingWords.priority.word)]),
      (.metadata, [movesMetadata.map(tongue.word)]),
      (.restore, [restoresArchived.map(tongue.word)]),
      (.encryption, [isEncrypted.map(tongue.word)]),
      (.failureList, [recordsFailedObjects.map(tongue.word)]),
      (.requesterPays, [requesterPays.map(tongue.word)]),
      (.threads, [threads.map(String.init)]),
      (.appID, [appID]),
      (.sourceDomain, [sourceDomain?.sentence]),
    ]
    return values.flatMap { label, values in
      values.compactMap(\.self).filter { !$0.isEmpty }.map { (label, $0) }
    }
  }
}

extension BandwidthWindow {
  /// `08:00-18:59 UTC+08:00: 5.0 MiB/s`, with the zone that its hours are counted in, as far as that is
  /// known.
  func sentence(zone: WindowZone?) -> String {
    let hours = ["\(start)-\(end)", zone?.text].compactMap(\.self)
    return "\(hours.joined(separator: " ")): \(speedText(maxBandwidth))"
  }
}

extension Tongue {
  fileprivate func word(_ choice: Bool) -> String { words(choice ? Detail.yes : .no) }
}

extension ListFile {
  fileprivate func sentence(in tongue: any Tongue) -> String {
    ["\(bucket)/\(key)", count.map { tongue.words(.files($0)) }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension SourceDomain {
  fileprivate var sentence: String { "\(scheme)://\(domain) (\(authentication))" }
}
