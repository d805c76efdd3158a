/// What has become of an object.
enum ObjectFate: UInt64, CaseIterable, Sendable {
  /// An earlier run set out to copy it; whether it is still at the source is not known.
  case heard
  /// It is at the source, and nothing more is known.
  case pending
  /// It is at the source, and a run has set out to copy it.
  case setOut
  /// It could not be copied.
  case failed
  /// It need not be copied.
  case skipped
  /// An earlier run has copied it.
  case before
  /// It has arrived.
  case arrived

  /// The fate of an object that had the fate `known`, once this one is heard of it.
  ///
  /// What has arrived in this run stays arrived. What a run has set out to copy and is then found at
  /// the destination has arrived too: rclone was ended before it could say so, or the store had taken
  /// the object and then failed to say so.
  func following(_ known: ObjectFate?) -> ObjectFate {
    switch (known, self) {
    case (nil, _): self
    case (.arrived?, _): .arrived
    case (.heard?, .pending): .setOut
    case (let known?, .heard), (let known?, .pending): known
    case (.heard?, .skipped), (.setOut?, .skipped), (.before?, .skipped), (.failed?, .skipped):
      .arrived
    case (.failed?, .setOut): .failed
    case (.some, _): self
    }
  }
}
