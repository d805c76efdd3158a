import Canvas

/// Turns the bytes that a terminal sends into keys.
///
/// Sequences that mean nothing here are swallowed whole. Taken apart, a stray report such as
/// `ESC [ 1 ; 5 D` would end in a letter that is a command.
struct KeyParser {
  private var state = State.ground
  private var text: [UInt8] = []
  private var paste = PasteCollector()

  /// What the bytes so far are the beginning of; each case leads back to `.ground`.
  private enum State {
    case ground
    /// An escape character: the key, or the beginning of a sequence.
    case escape
    /// `ESC [` and what follows it.
    case control(ControlSequence)
    /// `ESC O`, which one byte follows.
    case single
    /// An answer of the terminal to somebody's question, up to BEL or `ESC \`.
    case answer(isEscaped: Bool)
    /// A mouse report of the oldest kind, with so many bytes to come.
    case mouse(Int)
    /// Pasted text, which `paste` collects.
    case paste
  }

  /// Whether time decides what the bytes so far mean: call ``expire()`` when nothing more comes
  /// for a moment.
  var isUndecided: Bool {
    switch state {
    case .escape, .answer: true
    case .ground, .control, .single, .mouse, .paste: false
    }
  }

  /// The keys that end with these bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { take(byte, into: &keys) }
    if case .ground = state { flushText(into: &keys, isLast: false) }
    return keys
  }

  /// The keys that are certain because nothing more came.
  mutating func expire() -> [Key] {
    defer { if isUndecided { state = .ground } }
    if case .escape = state { return [.escape] }
    return []
  }

  /// Forgets keys that are not finished, but not where in the input it is: a paste of which the
  /// beginning was thrown away is thrown away to its end.
  mutating func discard() {
    text = []
    paste.isWanted = false
    if case .escape = state { state = .ground }
  }

  private mutating func take(_ byte: UInt8, into keys: inout [Key]) {
    switch state {
    case .ground: ground(byte, into: &keys)
    case .escape: escape(byte, into: &keys)
    case .control(let sequence): control(sequence, byte, into: &keys)
    case .single:
      state = .ground
      if byte < 0x20 || byte > 0x7E { return ground(byte, into: &keys) }
      if let key = KeyNames.single(byte) { keys.append(key) }
    case .answer(let isEscaped):
      let isOver = byte == 0x07 || (isEscaped && byte == UInt8(ascii: "\\"))
      state = isOver ? .ground : .answer(isEscaped: byte == 0x1B)
    case .mouse(let left):
      state = left > 1 ? .mouse(left - 1) : .ground
    case .paste:
      guard paste.take(byte) else { return }
      state = .ground
      if paste.isWanted { keys.append(.paste(paste.text)) }
      paste = PasteCollector()
    }
  }

  private mutating func ground(_ byte: UInt8, into keys: inout [Key]) {
    if byte >= 0x20, byte != 0x7F {
      text.append(byte)
      return
    }
    flushText(into: &keys, isLast: true)
    if byte == 0x1B {
      state = .escape
    } else if let key = KeyNames.control(byte) {
      keys.append(key)
    }
  }

  private mutating func escape(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "O"): state = .single
    // Device control, operating system, application and privacy messages and the start of string.
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .answer(isEscaped: false)
    default:
      // Alt and a key, or Escape and a key in quick succession: Escape first is the harmless way.
      keys.append(.escape)
      state = .ground
      ground(byte, into: &keys)
    }
  }

  private mutating func control(
    _ sequence: ControlSequence, _ byte: UInt8, into keys: inout [Key]
  ) {
    var sequence = sequence
    switch sequence.take(byte) {
    case .unfinished: state = .control(sequence)
    case .broken:
      state = .ground
      ground(byte, into: &keys)
    case .mouse: state = .mouse(3)
    case .pasteBegins:
      state = .paste
      paste = PasteCollector()
    case .finished(let key):
      state = .ground
      if let key { keys.append(key) }
    }
  }

  /// Moves what was typed to `keys`, all but a character that is not complete yet.
  private mutating func flushText(into keys: inout [Key], isLast: Bool) {
    let count = isLast ? text.count : text.count - UTF8Tail.unfinished(text)
    let typed = String(decoding: text[..<count], as: UTF8.self)
    text.removeFirst(count)
    keys += typed.filter(\.isTypable).map { .character($0) }
  }
}

extension Character {
  /// Whether it is something that a keyboard types, rather than a control character or the mark for
  /// bytes that are no UTF-8.
  fileprivate var isTypable: Bool {
    guard let first = unicodeScalars.first, first != "\u{FFFD}" else { return false }
    switch first.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
