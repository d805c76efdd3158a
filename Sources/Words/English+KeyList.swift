import Migration

extension English {
  func words(_ fault: KeyListFault, of file: String) -> String {
    switch fault {
    case .empty: "there is no object key in \(file); write one a line"
    case .tooLarge(let limit):
      "\(file) is longer than the \(limit.rawValue >> 20) MiB that a request may have; "
        + "upload it and give it with --type list --list-file BUCKET/KEY"
    case .tooMany(let limit):
      "\(file) has more than \(limit) object keys, the most that one task is told with; split it, "
        + "or upload it and give it with --type list --list-file BUCKET/KEY"
    case .line(let number, let fault): "\(file), line \(number): \(words(fault))"
    }
  }

  private func words(_ fault: KeyLineFault) -> String {
    switch fault {
    case .notUTF8: "it is not UTF-8; write the file in that encoding"
    case .zeroByte: "there is a zero byte in it, which no object key can have; is it a text file?"
    case .carriageReturn: "there is a carriage return in its middle; end lines with a line feed"
    case .tooLong(let limit): "it is longer than \(limit) bytes, the most that an object key has"
    }
  }
}
