/// What no service takes in a new task or its speed windows.
public enum NewTaskFault: Equatable, Sendable {
  /// The description is longer than 255 characters.
  case descriptionTooLong
  /// The description has signs in it that are refused.
  case descriptionSigns
  /// There is a list file, which goes with the types `list` and `url_list` only.
  case listFileNeedsKind
  /// A task of this type needs a list file.
  case needsListFile(TaskKind)
  /// A task of this type takes its objects from the list file, not from keys.
  case takesListFile(TaskKind)
  /// Only tasks of type `url_list` can go without a check.
  case uncheckedKind
  /// There are so many speed windows, more than 5.
  case tooManyWindows(Int)
  /// The window, as it was written, is no part of a day.
  case notPartOfDay(String)
  /// Two windows, as they were written, overlap.
  case windowsOverlap(String, String)
  /// The bucket of the source is in another region, by the service's word.
  case otherRegion(bucket: String, region: String)
}
