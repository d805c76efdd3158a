import Canvas

/// What a whole piece means, or `nil` when it means nothing here: what is unknown does nothing.
func meaning(_ token: Token) -> Input? {
  switch token {
  case .escape: .key(.escape)
  case .scalar(let scalar, let isAlt):
    scalar.isTypable ? key(.character(Character(scalar)), isAlt: isAlt) : nil
  case .control(let byte, let isAlt): KeyNames.control(byte).flatMap { key($0, isAlt: isAlt) }
  case .linuxFunction(let byte):
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte)
      ? .key(.function(Int(byte - UInt8(ascii: "A")) + 1)) : nil
  case .single(let sequence, let isAlt):
    KeyNames.single(sequence.final).flatMap {
      key($0, sequence, modifiers: sequence.numbers.last, isAlt: isAlt)
    }
  case .sequence(let sequence, let isAlt): meaning(sequence, isAlt: isAlt)
  case .paste(let text): .key(.paste(text))
  }
}

private func meaning(_ sequence: ControlSequence, isAlt: Bool) -> Input? {
  if sequence.saysCanHold { return .canHold }
  guard sequence.mark == nil, !sequence.isForeign else { return nil }
  let numbers = sequence.numbers
  let first = numbers.first?.first ?? 0
  func key(_ key: Key?) -> Input? {
    key.flatMap { Terminal.key($0, sequence, modifiers: numbers.dropFirst().first, isAlt: isAlt) }
  }
  switch sequence.final {
  case UInt8(ascii: "n"): return numbers == [[0]] ? .statusReport : nil
  case UInt8(ascii: "~") where first == 27 && numbers.count == 3:
    // The code is that of the character with Shift, where that makes another.
    let code = numbers[2][0]
    let held = Modifiers(reported: numbers[1][0])
    return CodedKeys.key(code, shifted: code, held).map { .key($0) }
  case UInt8(ascii: "~"): return key(KeyNames.numbered(first))
  case UInt8(ascii: "u"):
    guard let codes = numbers.first else { return nil }
    let held = numbers.dropFirst().first ?? []
    let shifted = codes.dropFirst().first.flatMap { $0 == 0 ? nil : $0 }
    return CodedKeys.key(codes[0], shifted: shifted, Modifiers(reported: held.first ?? 1))
      .flatMap { Terminal.key($0, isAlt: isAlt, phase(held)) }
  case let final:
    if let modifiers = KeyNames.rxvtModifiers(final) {
      guard sequence.hasOneNumber else { return nil }
      return key(KeyNames.numbered(first)?.held(with: modifiers))
    }
    // Any other number makes it a report, such as where the cursor is.
    let isPlace = final == UInt8(ascii: "R") && numbers.count > 1
    return first <= 1 && numbers.count <= 2 && !isPlace ? key(KeyNames.lettered(final)) : nil
  }
}

extension ControlSequence {
  /// Whether it says that mode 2026 is there and can be changed.
  fileprivate var saysCanHold: Bool {
    mark == UInt8(ascii: "?") && sign == UInt8(ascii: "$") && final == UInt8(ascii: "y")
      && [[[2026], [1]], [[2026], [2]]].contains(numbers)
  }
}

/// A key with what a sequence says of the modifiers and of what happened to it.
private func key(
  _ key: Key, _ sequence: ControlSequence, modifiers: [Int]?, isAlt: Bool
) -> Input? {
  guard sequence.mark == nil, !sequence.isForeign else { return nil }
  let held = Modifiers(reported: modifiers?.first ?? 1)
  return Terminal.key(key.held(with: held), isAlt: isAlt, phase(modifiers ?? []))
}

private func key(_ key: Key, isAlt: Bool, _ phase: Input.Phase = .press) -> Input {
  .key(isAlt ? key.held(with: .alt) : key, phase)
}

private func phase(_ modifiers: [Int]) -> Input.Phase {
  switch modifiers.dropFirst().first {
  case 2: .again
  case 3: .release
  default: .press
  }
}
