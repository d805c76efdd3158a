package import Logging

/// Writes a log to standard error, and begins a new file when the one behind it is full.
package struct RotatedLogHandler: LogHandler {
  private var writer: any LogHandler
  private let file: LogFile

  /// A handler for the log `label`, whose lines are written like this.
  package init(label: String, _ file: LogFile, as format: LogFormat = .text) {
    self.init(format.writer(label: label), file)
  }

  /// A handler that has `writer` write into the file.
  init(_ writer: any LogHandler, _ file: LogFile) {
    self.writer = writer
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
