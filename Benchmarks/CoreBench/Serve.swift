import ArgumentParser
import Foundation
import Migration
import NIOCore
import NIOHTTP1
import NIOPosix
import OMSWire

/// Answers as a service of API v2 with a long list, from memory, so that only the client's work takes time.
///
/// It prints its address, and tells how much was asked of it at `/counts`. It runs until it is ended.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve a list of tasks from memory.")

  @Option(help: "How many tasks.")
  var tasks = 100_000

  @Option(help: "How many of them run.")
  var running = 20

  @Flag(help: "What runs moves on with the time; without it the list never changes.")
  var moving = false

  func run() async throws {
    let list = CannedList(SampleTasks(count: tasks, running: running), isMoving: moving)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(CannedHandler(list: list))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    try CoreBench.print(line: "http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
    try await channel.closeFuture.get()
  }
}

/// Answers one connection after the other; what was asked is counted for all of them.
private final class CannedHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let list: CannedList
  private var uri = ""

  init(list: CannedList) {
    self.list = list
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): uri = head.uri
    case .body: break
    case .end: answer(list.answer(to: uri), context)
    }
  }

  private func answer(_ parts: [ByteBuffer], _ context: ChannelHandlerContext) {
    let length = parts.reduce(0) { $0 + $1.readableBytes }
    let head = HTTPResponseHead(
      version: .http1_1, status: .ok,
      headers: ["Content-Type": "application/json", "Content-Length": String(length)])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    for part in parts { context.write(wrapOutboundOut(.body(.byteBuffer(part))), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
