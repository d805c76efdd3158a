import Migration

@testable import MigrationCore

/// What a command line with `--yes` does: reads, judges, agrees, carries out, reports.
struct Performing<Action: JudgedAction> where Action.Subject: JournalledSubject {
  var action: Action
  var waits = false
  var runner: ActionRunner<Action>
  /// The number of the question.
  var number = 1

  typealias ID = Action.Subject.ID

  /// A patience that fits a test.
  static var patience: Patience {
    Patience(untilSettled: .seconds(600), firstPause: .milliseconds(1), deleteAttempts: 5)
  }

  /// Carries the action out on `ids`.
  func run(
    on ids: [ID], step: @escaping @Sendable (ID, ActionStep) -> Void = { _, _ in }
  ) async -> [TargetResult<ID>] {
    var previews: [ActionPreview<Action>] = []
    for id in ids {
      let reading: Reading<Action.Subject>
      do {
        reading = Reading(id: id, outcome: .success(try await runner.service.read(id)))
      } catch {
        reading = Reading(id: id, outcome: .failure(error))
      }
      previews.append(ActionPreview(action, of: reading, waits: waits))
    }
    var results: [TargetResult<ID>] = []
    if let consent = consent(to: previews) {
      results = await runner.carryOut(consent, step: step)
    }
    return previews.compactMap { preview in
      preview.foregoneResult ?? results.first { $0.id == preview.target.id }
    }
  }

  /// The consent of somebody who was shown `previews`.
  func consent(to previews: [ActionPreview<Action>]) -> Consent<Action>? {
    Plan(action, previews, on: "p", isProtected: false)?
      .consent(to: .beforehand(profile: nil), number: number)
  }

  /// The consent of somebody who was shown `subjects`.
  func consent(toActOn subjects: [Action.Subject]) -> Consent<Action>? {
    consent(
      to: subjects.map { subject in
        ActionPreview(
          action, of: Reading(id: subject.id, outcome: .success(subject)), waits: waits)
      })
  }
}
