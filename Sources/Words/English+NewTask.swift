import Migration

extension English {
  func words(_ fault: NewTaskFault) -> String {
    switch fault {
    case .descriptionTooLong: "the description is longer than 255 characters"
    case .descriptionSigns: "the description must not contain < > & \" '"
    case .listFileNeedsKind: "a list file needs the type list or url_list"
    case .needsListFile(let kind): "a task of type \(kind.rawValue) needs a list file"
    case .takesListFile(let kind):
      "a task of type \(kind.rawValue) takes its objects from the list file, not from keys"
    case .uncheckedKind: "only tasks of type url_list can go without a check"
    case .tooManyWindows(let count): "there are \(count) speed windows; 5 are the most"
    case .notPartOfDay(let window):
      "\(window) is not a part of a day; write hh:mm-hh:mm with the start first, "
        + "two windows for a night"
    case .windowsOverlap(let one, let other):
      "\(one) and \(other) overlap; ends are inclusive: 07:59, then 08:00"
    }
  }
}
