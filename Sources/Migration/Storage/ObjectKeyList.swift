/// Keys of objects as a file names them, one a line.
package struct ObjectKeyList: Equatable, Sendable {
  /// The keys, each once, in the order of the file; never empty.
  package let keys: [String]
  /// How many lines name a key that an earlier line has named.
  package let repeated: Int

  /// The most bytes that are read: the gateway takes no longer request.
  package static let mostBytes = 12 << 20
  /// The most keys that one task is told with.
  package static let mostKeys = 100_000
  /// The most bytes of one key.
  package static let longestKey = 1024

  /// Reads the lines of a file.
  ///
  /// Lines end as on any machine, and the last one needs no end. Empty lines name nothing: an empty
  /// key would mean the whole bucket.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: What the user calls it.
  ///   - mostKeys: The most keys that are taken.
  /// - Throws: ``ConfigurationError`` that names the line.
  package init(
    _ bytes: [UInt8], named name: String, mostKeys: Int = Self.mostKeys
  ) throws(ConfigurationError) {
    guard bytes.count <= Self.mostBytes else {
      throw .keyList(file: name, .tooLarge(limit: ByteCount(rawValue: Int64(Self.mostBytes))))
    }
    var keys: [String] = []
    // By their bytes: two spellings of a letter are two keys to a bucket.
    var known: Set<ArraySlice<UInt8>> = []
    var repeated = 0
    var number = 0
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let written = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !written.isEmpty else { continue }
      let key: String
      do throws(KeyLineFault) {
        key = try Self.key(written)
      } catch {
        throw .keyList(file: name, .line(number, error))
      }
      guard known.insert(written).inserted else {
        repeated += 1
        continue
      }
      guard keys.count < mostKeys else {
        throw .keyList(file: name, .tooMany(limit: mostKeys))
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw .keyList(file: name, .empty) }
    self.keys = keys
    self.repeated = repeated
  }

  private static func key(_ line: ArraySlice<UInt8>) throws(KeyLineFault) -> String {
    guard !line.contains(0) else { throw .zeroByte }
    guard !line.contains(UInt8(ascii: "\r")) else { throw .carriageReturn }
    guard line.count <= longestKey else { throw .tooLong(limit: longestKey) }
    guard let key = String(validating: line, as: UTF8.self) else { throw .notUTF8 }
    return key
  }
}
