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

  private let all: ByteBuffer
  /// Where each task begins, and where the last ends.
  private let places: [Int]
  private let running: Int
  private let counts = Mutex(Counts())

  init(_ sample: SampleTasks) {
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
    // The comma behind the last is not part of the page.
    let (start, end) = (places[range.lowerBound], places[range.upperBound] - 1)
    if let tasks = all.getSlice(at: start, length: max(end - start, 0)) { parts.append(tasks) }
    parts.append(ByteBuffer(string: #"],"count":\#(count)}"#))
    return parts
  }
}
