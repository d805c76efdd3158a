import Canvas
import Migration
package import Words

/// What a new task is to move, and where to, while a user types it.
package struct NewTaskForm: Equatable, Sendable {
  /// One line of it.
  package typealias Field = NewTaskField

  /// Why it is no task yet.
  enum Fault: Error, Equatable {
    /// A line that is needed is empty.
    case missing(Field)
    /// A line does not say what it is there for.
    case unreadable(Field, ConfigurationError)
    /// What the lines say does not fit together.
    case unfit(Field, APIProblem)

    /// The line to be mended.
    var field: Field {
      switch self {
      case .missing(let field), .unreadable(let field, _), .unfit(let field, _): field
      }
    }
  }

  /// The place of the line that is typed into, from 0.
  package private(set) var focus = 0
  private var editors: [Field: LineEditor]
  /// The task that is taken over what no line says; `nil` for none.
  private(set) var model: Model?

  /// What of a task is taken over.
  struct Model: Equatable, Sendable {
    /// The task.
    var id: TaskID
    /// How its objects are chosen.
    var kind: TaskKind
    /// What else was chosen.
    var settings: TaskSettings
  }

  /// More than a place at a store can be long.
  private static let longest = 2000

  /// An empty form.
  init() {
    editors = [:]
    for field in Field.allCases { editors[field] = LineEditor(limit: Self.longest) }
  }

  /// The line that is typed into.
  package var field: Field { Field.allCases[focus] }

  /// Whether that is the last one.
  var isAtEnd: Bool { focus == Field.allCases.count - 1 }

  /// Whether nothing was typed.
  var isEmpty: Bool { editors.values.allSatisfy(\.text.isEmpty) }

  /// What stands in a line, with its cursor.
  func editor(of field: Field) -> LineEditor { editors[field] ?? LineEditor(limit: Self.longest) }

  /// Takes a key, and says whether it was one to edit the line with.
  mutating func take(_ key: Key) -> Bool {
    guard editors[field]?.take(key) == true else { return false }
    // Whoever begins anew does not mean what no line says of another task.
    if trimmed(.from).isEmpty { model = nil }
    return true
  }

  /// Goes `step` lines down, and round at an end.
  mutating func moveFocus(by step: Int) {
    let count = Field.allCases.count
    focus = (focus + step + count) % count
  }

  /// Goes to a line.
  mutating func moveFocus(to field: Field) {
    focus = Field.allCases.firstIndex(of: field) ?? focus
  }

  /// Takes over what an existing task says.
  ///
  /// - Returns: Whether the lines can say it; otherwise nothing is taken over.
  mutating func copy(_ task: MigrationTask) -> Bool {
    guard let from = task.source.text, let to = task.destination.text,
      [.object, .prefix].contains(task.kind), task.settings.sourceDomain == nil
    else { return false }
    let limits = task.settings.bandwidth.map(\.text).joined(separator: " ")
    let texts: [Field: String] = [
      .from: from, .to: to, .description: task.settings.description, .limit: limits,
    ]
    for (field, text) in texts { editors[field] = LineEditor(text, limit: Self.longest) }
    model = Model(id: task.id, kind: task.kind, settings: task.settings)
    focus = 0
    return true
  }

  /// The task, without keys, or why it is none yet.
  var task: Result<NewTask, Fault> {
    Result { () throws(Fault) in try readTask() }
  }

  /// What is wrong with a line that is not empty.
  func fault(of field: Field) -> Fault? {
    guard !trimmed(field).isEmpty else { return nil }
    do {
      switch field {
      case .from, .to: _ = try location(field)
      case .description, .limit: _ = try settings()
      }
    } catch {
      return error.field == field ? error : nil
    }
    return nil
  }

  private func readTask() throws(Fault) -> NewTask {
    NewTask(
      kind: model?.kind ?? .object, source: try location(.from),
      destination: try location(.to).asFolder, keys: TransferKeys(), settings: try settings())
  }

  private func settings() throws(Fault) -> TaskSettings {
    var settings = model?.settings ?? TaskSettings()
    settings.description = trimmed(.description)
    settings.bandwidth = []
    do {
      settings.bandwidth = try BandwidthWindow.read(trimmed(.limit))
    } catch {
      switch error {
      case .unreadable(let reason): throw .unreadable(.limit, reason)
      case .unfit(let problem): throw .unfit(.limit, problem)
      }
    }
    let nowhere = StorageLocation()
    do {
      try NewTask(
        source: nowhere, destination: nowhere, keys: TransferKeys(), settings: settings
      ).check()
    } catch {
      throw .unfit(.description, error)
    }
    return settings
  }

  private func location(_ field: Field) throws(Fault) -> StorageLocation {
    let text = trimmed(field)
    guard !text.isEmpty else { throw .missing(field) }
    do {
      return try StorageLocation(text)
    } catch {
      throw .unreadable(field, error)
    }
  }

  private func trimmed(_ field: Field) -> String { editor(of: field).text.trimmed }
}
