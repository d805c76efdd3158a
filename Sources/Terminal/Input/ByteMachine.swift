/// Takes apart what a terminal sends into whole pieces, as the state machine of a VT does.
///
/// A sequence that has begun is swallowed to its end, however slowly it comes, so that no part of it
/// is ever a key. Time says something about a lone Escape only.
struct ByteMachine {
  private enum State: Equatable {
    case ground
    /// So many escape characters: keys, or the beginning of a sequence.
    case escape(count: Int)
    /// An escape character that was taken for the key, as nothing came for a while. What looks like
    /// the rest of a sequence still is one.
    case told
    /// `P` after such an escape character: the key, or the beginning of an answer.
    case late
    case sequence(ControlSequence, isAlt: Bool)
    case single(ControlSequence, isAlt: Bool)
    case linuxFunction
    /// A mouse report of the oldest kind, with so many bytes to come.
    case mouse(left: Int)
    /// An answer of the terminal to somebody's question, up to `ESC \`, or to BEL.
    case answer(endsAtBell: Bool, isEscaped: Bool)
    /// Pasted text, which `paste` collects.
    case paste
  }

  private var state = State.ground
  private var paste = PasteCollector()
  private var scalars = ScalarCollector()
  private var isAlt = false

  /// Whether time decides: call ``timeIsUp()`` when nothing more comes for a moment.
  var isLoneEscape: Bool {
    switch state {
    case .escape, .late: true
    default: false
    }
  }

  /// The pieces that end with `byte`.
  mutating func take(_ byte: UInt8) -> [Token] {
    switch state {
    case .ground: ground(byte)
    case .escape(let count): escaped(byte, count)
    case .told: told(byte)
    case .late: answer(byte, endsAtBell: false, isEscaped: false)
    case .sequence(let sequence, let isAlt): follow(sequence, isAlt, byte)
    case .single(let sequence, let isAlt): finish(sequence, isAlt, byte)
    case .linuxFunction: interrupted(by: byte) ?? end([.linuxFunction(byte)])
    case .mouse(let left): mouse(byte, left)
    case .answer(let endsAtBell, let isEscaped):
      answer(byte, endsAtBell: endsAtBell, isEscaped: isEscaped)
    case .paste: pasted(byte)
    }
  }

  /// What is certain because nothing more came.
  mutating func timeIsUp() -> [Token] {
    switch state {
    case .escape(let count):
      state = .told
      return Array(repeating: .escape, count: count)
    case .late: return end([.scalar("P")])
    default: return []
    }
  }

  private mutating func end(_ tokens: [Token] = []) -> [Token] {
    state = .ground
    return tokens
  }

  private mutating func ground(_ byte: UInt8, isAlt: Bool = false) -> [Token] {
    state = .ground
    if byte >= 0x20, byte != 0x7F {
      if !scalars.isUnfinished { self.isAlt = isAlt }
      return scalars.take(byte).map { [.scalar($0, isAlt: self.isAlt)] } ?? []
    }
    scalars.drop()
    guard byte == 0x1B else { return [.control(byte, isAlt: isAlt)] }
    state = .escape(count: 1)
    return []
  }

  private mutating func escaped(_ byte: UInt8, _ count: Int) -> [Token] {
    if byte == 0x1B {
      // Alt and an arrow key begin with two.
      state = .escape(count: 2)
      return Array(repeating: .escape, count: count - 1)
    }
    if begin(byte, isAlt: count > 1) { return [] }
    return Array(repeating: .escape, count: count - 1) + ground(byte, isAlt: true)
  }

  private mutating func told(_ byte: UInt8) -> [Token] {
    if byte == UInt8(ascii: "P") {
      state = .late
      return []
    }
    return begin(byte, isAlt: false) ? [] : ground(byte)
  }

  /// Whether `byte` begins a sequence after an escape character.
  private mutating func begin(_ byte: UInt8, isAlt: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "["): state = .sequence(ControlSequence(), isAlt: isAlt)
    case UInt8(ascii: "O"): state = .single(ControlSequence(), isAlt: isAlt)
    case UInt8(ascii: "]"): state = .answer(endsAtBell: true, isEscaped: false)
    // Device control, application and privacy messages and the start of string.
    case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .answer(endsAtBell: false, isEscaped: false)
    default: return false
    }
    return true
  }
}

extension ByteMachine {
  private mutating func follow(
    _ sequence: ControlSequence, _ isAlt: Bool, _ byte: UInt8
  ) -> [Token] {
    if let tokens = interrupted(by: byte) { return tokens }
    let isRxvtShift = byte == UInt8(ascii: "$") && sequence.hasOneNumber
    guard (0x40...0x7E).contains(byte) || isRxvtShift else {
      var longer = sequence
      if byte != 0x7F { longer.take(byte) }
      state = .sequence(longer, isAlt: isAlt)
      return []
    }
    let whole = sequence.ended(by: byte)
    if whole.beginsPaste {
      state = .paste
      paste = PasteCollector()
    } else if whole.isBare, byte == UInt8(ascii: "M") {
      state = .mouse(left: 3)
    } else if whole.isBare, byte == UInt8(ascii: "[") {
      state = .linuxFunction
    } else {
      return end([.sequence(whole, isAlt: isAlt)])
    }
    return []
  }

  private mutating func finish(
    _ sequence: ControlSequence, _ isAlt: Bool, _ byte: UInt8
  ) -> [Token] {
    if let tokens = interrupted(by: byte) { return tokens }
    guard (0x30...0x3F).contains(byte) else {
      return end([.single(sequence.ended(by: byte), isAlt: isAlt)])
    }
    var longer = sequence
    longer.take(byte)
    state = .single(longer, isAlt: isAlt)
    return []
  }

  private mutating func mouse(_ byte: UInt8, _ left: Int) -> [Token] {
    // A place beyond what fits is reported as 0.
    if byte != 0, let tokens = interrupted(by: byte) { return tokens }
    state = left > 1 ? .mouse(left: left - 1) : .ground
    return []
  }

  private mutating func answer(_ byte: UInt8, endsAtBell: Bool, isEscaped: Bool) -> [Token] {
    if isEscaped, byte != UInt8(ascii: "\\") { return escaped(byte, 1) }
    // No answer has one of these, and whoever pressed Alt and `]` wants a way out.
    let isInterrupt = [0x03, 0x18, 0x1A].contains(byte)
    if isInterrupt { return ground(byte) }
    if isEscaped || (endsAtBell && byte == 0x07) { return end() }
    state = .answer(endsAtBell: endsAtBell, isEscaped: byte == 0x1B)
    return []
  }

  private mutating func pasted(_ byte: UInt8) -> [Token] {
    guard paste.take(byte) else { return [] }
    defer { paste = PasteCollector() }
    return end([.paste(paste.text)])
  }

  /// What a control character makes of a sequence that it breaks off; `nil` for any other byte.
  private mutating func interrupted(by byte: UInt8) -> [Token]? {
    byte < 0x20 ? ground(byte) : nil
  }
}

extension ControlSequence {
  /// Whether pasted text follows.
  fileprivate var beginsPaste: Bool {
    final == UInt8(ascii: "~") && mark == nil && !isForeign && numbers == [[200]]
  }
}
