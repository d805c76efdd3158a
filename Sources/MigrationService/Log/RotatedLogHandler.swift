package import Logging

/// Writes a log to standard error as swift-log does, and begins a new file when the one behind it is full.
package struct RotatedLogHandler: LogHandler {
  private var writer: StreamLogHandler
  private let file: LogFile

  /// A handler for the log `label`.
  package init(label: String, _ file: LogFile) {
    writer = StreamLogHandler.standardError(label: label)
    self.file = file
  }

  package var metadata: Logger.Metadata {
    get { writer.metadata }
    set { writer.metadata = newValue }
  }

  package var metadataProvider: Logger.MetadataProvider? {
    get { writer.metadataProvider }
    set { writer.metadataProvider = newValue }
  }

  package var logLevel: Logger.Level {
    get { writer.logLevel }
    set { writer.logLevel = newValue }
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { writer[metadataKey: key] }
    set { writer[metadataKey: key] = newValue }
  }

  package func log(event: LogEvent) {
    file.rotate()
    writer.log(event: event)
  }
}
