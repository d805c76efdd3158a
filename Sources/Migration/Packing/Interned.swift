/// A value that is kept once for all that have it.
///
/// Swift takes texts for equal that differ only in their normalisation, while to a service they are
/// two buckets, and to the order of tasks two names: each comes out in the bytes it was put in with.
protocol Interned: Hashable, Sendable {
  /// All of its texts; equal values have them in the same order.
  var texts: [String] { get }
}

extension Interned {
  /// Whether `other` is the same to the last byte.
  func isSame(as other: Self) -> Bool {
    self == other && texts.elementsEqual(other.texts) { $0.utf8.elementsEqual($1.utf8) }
  }
}

extension Route: Interned {
  var texts: [String] {
    [
      source.provider, source.region, source.bucket,
      destination.provider, destination.region, destination.bucket, group?.rawValue ?? "",
    ]
  }
}

extension TaskSettings: Interned {
  var texts: [String] {
    [
      overwriteMode, storageClass, consistencyCheck, priority, listFile?.bucket, listFile?.key,
      listFile?.count, appID, sourceDomain?.domain,
      sourceDomain?.scheme, sourceDomain?.authentication,
    ].compactMap(\.self) + bandwidth.flatMap { [$0.start, $0.end] }
  }
}

extension TaskOutcome: Interned {
  var texts: [String] {
    [
      failure?.code, failure?.message, failedObjects?.key, failedObjects?.errorCode,
      notification?.errorCode, notification?.topic, succeededListError, skippedListError,
    ].compactMap(\.self)
  }
}
