/// Why a file of object keys cannot be used.
public enum KeyListFault: Equatable, Sendable {
  /// There is no key in it.
  case empty
  /// It is longer than a request may be.
  case tooLarge(limit: ByteCount)
  /// It has more keys than one task is told with.
  case tooMany(limit: Int)
  /// A line, counted from 1, is no key.
  case line(Int, KeyLineFault)
}

/// Why a line is no object key.
public enum KeyLineFault: Error, Equatable, Sendable {
  /// It is not UTF-8.
  case notUTF8
  /// There is a byte of zero in it.
  case zeroByte
  /// There is a carriage return in its middle.
  case carriageReturn
  /// It has more bytes than a key may have.
  case tooLong(limit: Int)
}
