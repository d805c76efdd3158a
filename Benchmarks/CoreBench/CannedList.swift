import Foundation
import Migration
import NIOCore
import OMSWire
import Synchronization

/// The bytes of all pages of a list: each task is written once, and a page is a part of them.
final class CannedList: Sendable {
  private struct Counts {
    var requests = 0
    var bytes = 0
  }

  private let sample: SampleTasks
  /// Since when what runs has moved on, or nil where it stands.
  private let start: ContinuousClock.Instant?
  private let all: ByteBuffer
  /// Where each task begins, and where the last ends.
  private let places: [Int]
  private let running: Int
  private let counts = Mutex(Counts())

  init(_ sample: SampleTasks, isMoving: Bool) {
    self.sample = sample
    start = isMoving ? .now : nil
    let form = WireForm<AnsweredTask>.task(in: .v2)
    var all = ByteBuffer()
    var places = [0]
    for index in 0..<sample.count {
      all.writeBytes(form.bytes(of: AnsweredTask(sample.task(at: index))))
      all.writeStaticString(",")
      places.append(all.writerIndex)
    }
    self.all = all
    self.places = places
    running = min(sample.running, sample.count)
  }

  /// The answer to a GET, in parts.
  func answer(to uri: String) -> [ByteBuffer] {
    if uri == "/counts" {
      let counts = counts.withLock(\.self)
      return [ByteBuffer(string: #"{"requests":\#(counts.requests),"bytes":\#(counts.bytes)}"#)]
    }
    let query = uri.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let items = Dictionary(
      PercentEncoding.items(ofRawQuery: query).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }
    )
    let parts = page(
      from: items["offset"].flatMap(Int.init) ?? 0, limit: items["limit"].flatMap(Int.init) ?? 100,
      state: items["status"].flatMap(Int.init))
    counts.withLock { counts in
      counts.requests += 1
      counts.bytes += parts.reduce(0) { $0 + $1.readableBytes }
    }
    return parts
  }

  private func page(from offset: Int, limit: Int, state: Int?) -> [ByteBuffer] {
    let count =
      state.map { $0 == TaskState.running.code ? running : 0 } ?? places.count - 1
    let range = min(offset, count)..<min(offset + limit, count)
    var parts = [ByteBuffer(string: #"{"tasks":["#)]
    parts += tasks(range)
    parts.append(ByteBuffer(string: #"],"count":\#(count)}"#))
    return parts
  }

  /// Those of a range, in parts: what runs as it stands now, the rest as it was written once.
  private func tasks(_ range: Range<Int>) -> [ByteBuffer] {
    guard let start else { return written(range) }
    let moving = range.clamped(to: 0..<running)
    let moved = moving.map { ByteBuffer(bytes: bytes(of: $0, after: .now - start)) }
    let rest = written(max(range.lowerBound, running)..<max(range.upperBound, running))
    let parts = moved + rest
    return Array(parts.map { [$0] }.joined(separator: [ByteBuffer(string: ",")]))
  }

  /// The comma behind the last is not part of them.
  private func written(_ range: Range<Int>) -> [ByteBuffer] {
    guard !range.isEmpty else { return [] }
    let (first, end) = (places[range.lowerBound], places[range.upperBound] - 1)
    return all.getSlice(at: first, length: end - first).map { [$0] } ?? []
  }

  /// A running task at an even speed, each a little faster than the one before.
  private func bytes(of index: Int, after time: Duration) -> [UInt8] {
    var task = sample.task(at: index)
    let speed = Double(87_654_321 + index * 1_234_567)
    let moved = ByteCount(
      rawValue: task.completedBytes.rawValue + Int64(speed * (time / .seconds(1))))
    task.completedBytes = min(moved, task.totalBytes)
    task.speed = ByteRate(rawValue: Int64(speed))
    task.progress = Double(task.completedBytes.rawValue) / Double(task.totalBytes.rawValue)
    return WireForm<AnsweredTask>.task(in: .v2).bytes(of: AnsweredTask(task))
  }
}
