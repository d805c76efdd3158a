import Migration
import Words

extension Prompt {
  /// The limits that there will be, behind those that a single task has, and by which clocks their
  /// hours are counted; `nil` for another action.
  func limits(in tongue: any Tongue, zone: WindowZone?) -> String? {
    guard case .limit(let windows) = action else { return nil }
    let entries = review?.entries ?? []
    let present = entries.count == 1 ? entries.first?.task?.settings.bandwidth : nil
    let change = [present, windows].compactMap(\.self).map { limitsText($0, in: tongue) }
      .joined(separator: " → ")
    return windows.isEmpty
      ? change : [change, zone?.text].compactMap(\.self).joined(separator: " ")
  }
}
