package import Migration
import OMSClient

extension Connection {
  /// The zone in which the service counts the hours of `windows`; `nil` when there are none, or it does
  /// not say.
  ///
  /// It costs a call, which is made for windows alone; one that fails says nothing.
  package func zone(of windows: [BandwidthWindow]) async -> WindowZone? {
    windows.isEmpty ? nil : await windowZone
  }

  /// The zone in which the service counts the hours of bandwidth windows; `nil` when it does not say.
  package var windowZone: WindowZone? {
    get async { await ServiceHealth.probe(endpoint).windowZone }
  }
}
