import HummingbirdCore
import Logging
import NIOCore

/// A connection whose requests are answered by the thread that reads them.
struct PinnedChannel<Base: ServerChildChannel>: ServerChildChannel {
  private let base: Base

  /// A connection that speaks as `base` does.
  init(_ base: Base) {
    self.base = base
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await base.handle(value: value, logger: logger)
    }
  }
}
