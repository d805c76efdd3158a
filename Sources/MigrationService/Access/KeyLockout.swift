import FoundationEssentials
import Synchronization

/// Locks an access key for five minutes after five wrong signatures in a row.
final class KeyLockout: Sendable {
  private struct Failures {
    var count = 0
    var lockedUntil: Date?
  }

  private let failures = Mutex<[String: Failures]>([:])

  /// Whether `accessKey` is locked at `now`.
  func isLocked(_ accessKey: String, at now: Date) -> Bool {
    failures.withLock { failures in
      guard let end = failures[accessKey]?.lockedUntil else { return false }
      guard end <= now else { return true }
      failures[accessKey] = nil
      return false
    }
  }

  /// Counts a wrong signature; only known keys may be counted, so that the table stays small.
  func fail(_ accessKey: String, at now: Date) {
    failures.withLock { failures in
      failures[accessKey, default: Failures()].count += 1
      if failures[accessKey, default: Failures()].count >= 5 {
        failures[accessKey]?.lockedUntil = now.addingTimeInterval(300)
      }
    }
  }

  /// Forgets the wrong signatures of a key that has signed well.
  func succeed(_ accessKey: String) {
    failures.withLock { $0[accessKey] = nil }
  }
}
