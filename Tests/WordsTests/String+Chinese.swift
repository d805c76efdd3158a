extension String {
  /// Whether there is a Chinese character in it.
  var hasChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
