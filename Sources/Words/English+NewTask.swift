import Migration

extension English {
  func words(_ fault: NewTaskFault) -> String {
    switch fault {
    case .descriptionTooLong: "the description is longer than 255 characters"
    case .descriptionSigns: "the description must not contain < > & \" '"
    case .listFileNeedsKind: "a list file needs the type list or url_list"
    case .needsListFile(let kind): "a task of type \(kind.rawValue) needs a list file"
    case .takesListFile(let kind):
      "a task of type \(kind.rawValue) takes its objects from the list file; "
        + "leave out the keys or the prefix of the source"
    case .uncheckedKind: "only tasks of type url_list can go without a check"
    case .tooManyWindows(let count): "there are \(count) speed windows; 5 are the most"
    case .notPartOfDay(let window):
      "\(window) is not a part of a day; write hh:mm-hh:mm with the start first, "
        + "two windows for a night"
    case .windowsOverlap(let one, let other):
      "\(one) and \(other) overlap; ends are inclusive: 07:59, then 08:00"
    case .otherRegion(let bucket, let region):
      "the bucket \(bucket) is in the region \(region); give that one"
    }
  }

  func words(_ unsayable: Unsayable) -> String {
    "\(words(unsayable.place)) cannot say "
      + unsayable.settings.map(words).joined(separator: " and ")
      + "; leave that out, or use another version of the API; nothing was sent"
  }

  private func words(_ place: Unsayable.Place) -> String {
    switch place {
    case .v1: "API v1"
    case .v2: "API v2"
    case .group: "a task group"
    case .groupStart: "the start of a task group"
    case .sync: "a synchronisation task"
    case .syncStart: "the start of a synchronisation task"
    case .storageQuestion: "this question to the service"
    }
  }

  private func words(_ setting: Unsayable.Setting) -> String {
    switch setting {
    case .metadata: "whether metadata is moved"
    case .requesterPays: "that the requester pays"
    case .overwrite: "when objects are replaced"
    case .storageClass: "a storage class"
    case .check: "how copies are checked"
    case .priority: "a priority"
    case .listFileCount: "a number of list files"
    case .messageTemplate: "a template for the message"
    case .temporaryKeys: "temporary keys"
    case .connectionString: "a connection string"
    case .keyFile: "a key file"
    case .threads: "a number of threads"
    case .kindObject: "the type object"
    case .encryption: "encryption"
    case .selection: "a selection of objects"
    case .listFile: "a list file"
    case .folder: "a target folder"
    case .limits: "speed limits"
    case .changedSince: "a date of change"
    case .failedList: "whether failed objects are listed"
    }
  }
}
