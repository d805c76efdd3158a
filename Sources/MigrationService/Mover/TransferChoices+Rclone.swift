import Migration

/// How the choices of a task are said to rclone.
extension TransferChoices {
  /// What a copy is told about objects that are at the destination already, and about what is beside the
  /// bytes.
  ///
  /// - Parameters:
  ///   - purpose: Which pass it is: by size alone nothing is replaced that is to stay, and what is
  ///     replaced in any case has been in the pass before.
  ///   - again: Whether it is about objects that have failed: of those that were found to differ the
  ///     copies are no older than what they were made of.
  /// - Returns: The options.
  func copyOptions(in purpose: ChildFiles.Purpose, again: Bool = false) -> [String] {
    var options: [String]
    switch overwriteMode {
    case "NO_OVERWRITE": options = ["--ignore-existing"]
    case "FULL_OVERWRITE" where purpose == .copy: options = ["--ignore-times"]
    case _ where purpose == .copy && again && isVerified: options = ["--ignore-times"]
    // Of sums that both sides have rclone knows none that is CRC-64: sizes and times decide, as OMS does it
    // there.
    default: options = purpose == .sizes ? ["--size-only"] : ["--update"]
    }
    if movesMetadata { options.append("--metadata") }
    if consistencyCheck == "no_check" { options.append("--ignore-checksum") }
    return options
  }

  /// Whether both sides are compared once everything is moved.
  var isVerified: Bool { consistencyCheck == "crc64" }

  /// What the store that is read is told with each request, as options of its remote.
  var sourceOptions: [String: String] { requesterPays ? ["requester_pays": "true"] : [:] }

  /// What the store at `provider` is told with each object that comes from `origin`, as options of its
  /// remote.
  ///
  /// Of an object of S3 rclone keeps the class that it has at its source, unless it is told another one.
  func destinationOptions(at provider: String, from origin: String) -> [String: String] {
    guard storageClass != Self.classAtSource,
      storageClass != Self.usualClass || CloudProvider.speaksS3(origin)
    else { return [:] }
    return ["storage_class": Self.storageClass(storageClass, at: provider) ?? ""]
  }

  /// Whether objects can have the class that is chosen.
  ///
  /// - Parameters:
  ///   - provider: OMS's word for the provider of the destination.
  ///   - origin: That of the source.
  /// - Returns: Whether the destination has such a class, under a name that is known.
  func canHaveClass(at provider: String, from origin: String) -> Bool {
    guard storageClass == Self.classAtSource else {
      return Self.storageClass(storageClass, at: provider) != nil
    }
    func classes(_ provider: String) -> [String: String]? {
      Self.classes[StorageLocation.commonProvider(provider)]
    }
    guard let there = classes(origin), let here = classes(provider) else { return false }
    return there.allSatisfy { here[$0.key] == $0.value }
  }

  /// What the store at `provider` calls a storage class; `nil` where it has none like it, or nobody knows
  /// what it would be called.
  ///
  /// - Parameters:
  ///   - name: OMS's word.
  ///   - provider: OMS's word for the provider.
  /// - Returns: The store's word.
  private static func storageClass(_ name: String, at provider: String) -> String? {
    guard name != usualClass else { return name }
    return classes[StorageLocation.commonProvider(provider)]?[name]
  }

  private static let usualClass = TransferChoices().storageClass
  /// Each object keeps the class that it has at the source, where both sides call their classes alike.
  private static let classAtSource = "SRC_STORAGE_MAPPING"

  private static let classes = [
    "S3": amazon, "AWS": amazon, "HuaweiCloud": amazon,
    "Aliyun": ["IA": "STANDARD_IA", "ARCHIVE": "GLACIER"],
    "Tencent": ["IA": "STANDARD_IA", "ARCHIVE": "ARCHIVE"],
  ]

  private static let amazon = [
    "IA": "STANDARD_IA", "ARCHIVE": "GLACIER", "DEEP_ARCHIVE": "DEEP_ARCHIVE",
  ]
}
