import Migration

extension StoredTask {
  /// The part that is done: of the bytes, or of the objects when there are no bytes or a list names them.
  ///
  /// 1 means succeeded and nothing else does.
  var fraction: Double {
    guard state != .succeeded else { return 1 }
    let (done, all) =
      progress.realBytes > 0 && definition.listFile == nil
      ? (progress.completedBytes, progress.realBytes)
      : (objectsDone, progress.objects.total)
    guard all > 0, done > 0 else { return 0 }
    return min(Double(done) / Double(all), 0.9999)
  }

  /// The time that the rest takes at the present speed; `nil` when that is not known.
  var timeLeft: Duration? {
    guard state == .running, progress.isScanned, progress.speed > 0 else { return nil }
    let bytes = max(0, progress.realBytes.saturatingDifference(progress.completedBytes))
    return .milliseconds(Int64(saturating: Double(bytes) / Double(progress.speed) * 1000))
  }

  private var objectsDone: Int64 {
    progress.objects.succeeded + progress.objects.skipped + progress.objects.failed
  }
}
