import FoundationEssentials
package import Migration

/// Tries what a migration needs of a store, from this machine: lists it, over several connections too,
/// and puts a small object, reads it back and deletes it.
///
/// The object has a name of its own, so that nothing that is there is touched.
package struct StoreProbe: Sendable {
  private let listing: SourceListing
  private let place: StorageLocation
  private let keys: StorageKeys?
  private let object: ProbedObject

  /// As many lists at once as a run of rclone asks for.
  private static let manyConnections = 4

  /// A probe of `place`, a bucket and perhaps a folder in it.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - keys: What opens it; `nil` where nothing is needed.
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  /// - Throws: ``MoverProblem`` when the place cannot be meant.
  package init(
    _ place: StorageLocation, keys: StorageKeys?, program: RcloneProgram,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    self.place = place
    self.keys = keys
    listing = SourceListing(program: program, environment: environment)
    object = try ProbedObject(in: place, keys: keys, program: program, environment: environment)
  }

  /// Probes the place.
  ///
  /// - Returns: What was found, in order; after a problem nothing more is tried, but what was put is
  ///   deleted.
  package func findings() async -> [StoreFinding] {
    let name = place.text ?? place.shortName
    let entries: Int
    do {
      entries = try await listing.folder(place, keys: keys).count
    } catch {
      return [.unlisted(place: name, reason: Self.words(error))]
    }
    return [.listed(place: name, entries: entries), await connections()] + (await written())
  }

  private func connections() async -> StoreFinding {
    let answered = await withTaskGroup(of: Duration?.self) { group in
      for _ in 0..<Self.manyConnections {
        group.addTask { [listing, place, keys] in
          let clock = ContinuousClock()
          let start = clock.now
          return (try? await listing.folder(place, keys: keys)) == nil ? nil : clock.now - start
        }
      }
      return await group.reduce(into: [Duration]()) { if let time = $1 { $0.append(time) } }
    }
    return .connections(
      answered: answered.count, of: Self.manyConnections, slowest: answered.max() ?? .zero)
  }

  private func written() async -> [StoreFinding] {
    let (before, after): (Date, Date)
    do {
      before = Date()
      try await object.put()
      after = Date()
    } catch {
      return [.unwritable(reason: Self.words(error))]
    }
    var findings: [StoreFinding] = []
    do {
      let isSame = try await object.isAsItWas()
      findings.append(isSame ? .written(bytes: object.content.count) : .altered)
    } catch {
      findings.append(.unreadable(reason: Self.words(error)))
    }
    // A directory of this machine has no clock of its own.
    if place.provider != "Local", let modified = try? await object.modified() {
      findings.append(.clock(ahead: Self.distance(of: modified, from: before...after)))
    }
    do {
      try await object.delete()
    } catch {
      findings.removeAll { $0 == .written(bytes: object.content.count) }
      findings.append(.left(name: object.name, reason: Self.words(error)))
    }
    return findings
  }

  /// How far `date` is from a time, to the second; nothing within it.
  private static func distance(of date: Date, from time: ClosedRange<Date>) -> Duration {
    let nearest = min(max(date, time.lowerBound), time.upperBound)
    return .seconds(Int64(date.timeIntervalSince(nearest).rounded(.towardZero)))
  }

  private static func words(_ error: any Error) -> String {
    guard let problem = error as? MoverProblem else { return "\(error)" }
    let text = problem.description
    let words = text.hasSuffix(".") ? text.dropLast() : text[...]
    return words.prefix(1).lowercased() + words.dropFirst() + " [\(problem.code)]"
  }
}
