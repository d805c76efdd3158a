/// What a version of the API, or a part of it, has no member for.
public struct Unsayable: Equatable, Sendable {
  /// What cannot say it.
  public let place: Place
  /// What was chosen all the same, in the order that it was noted.
  public private(set) var settings: [Setting] = []

  /// Where nothing unsayable has been noted yet.
  public init(in place: Place) { self.place = place }

  /// Notes `setting` when it was chosen.
  public mutating func note(_ setting: Setting, if isChosen: Bool) {
    if isChosen { settings.append(setting) }
  }

  /// Refuses what was noted, as to leave it out silently would do something else than was asked for.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` that names all of it.
  public func refuse() throws(APIProblem) {
    if !settings.isEmpty { throw APIProblem(.unsayable(self), kind: .invalid) }
  }

  /// What cannot say something.
  public enum Place: CaseIterable, Sendable {
    case v1, v2, group, groupStart, sync, syncStart, storageQuestion
  }

  /// A setting.
  public enum Setting: CaseIterable, Sendable {
    case metadata
    case requesterPays
    case overwrite
    case storageClass
    case check
    case priority
    case listFileCount
    case messageTemplate
    case temporaryKeys
    case connectionString
    case keyFile
    case threads
    case kindObject
    case encryption
    case selection
    case listFile
    case folder
    case limits
    case changedSince
    case failedList
  }
}
