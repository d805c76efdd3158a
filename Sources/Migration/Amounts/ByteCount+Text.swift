extension ByteCount {
  /// Reads an amount such as `1GiB`, `500MB`, `5M` or `1024`; `M` alone means `MiB`.
  ///
  /// `nil` when it is none, or more than fits.
  package init?(_ text: some StringProtocol) {
    guard let bytes = UnitText.bytes(text), bytes < 0x1p63 else { return nil }
    self.init(rawValue: Int64(bytes))
  }
}

extension ByteRate {
  /// Reads a speed in bytes a second, as an amount with or without `/s`.
  ///
  /// `nil` when it is none, or more than fits.
  package init?(_ text: some StringProtocol) {
    let amount = text.hasSuffix("/s") ? text.dropLast(2)[...] : text[...]
    guard let bytes = ByteCount(amount) else { return nil }
    self.init(rawValue: bytes.rawValue)
  }
}
