import FoundationEssentials
package import Migration
import Words

/// What a page of the inspector asks about a task, beside what the list says.
package enum TaskQuestion: Equatable, Sendable {
  /// The objects that it could not move, so many passed over.
  case failedObjects(from: Int)
  /// What was done to it from here and seen to happen to it, the latest.
  case events
  /// The latest lines of the log of its run.
  case log

  /// The most entries of one answer.
  package static let most = 100
}

/// The answer to a question about a task.
package enum TaskAnswer: Equatable, Sendable {
  /// The objects, in the order of the service.
  case failedObjects([UnmovedObject])
  /// The events, newest first.
  case events([TaskEvent])
  /// The lines, newest first.
  case log([RunLogLine])
  /// The service does not tell this of any task.
  case notTold
  /// The service could not be asked.
  case failed(APIProblem)
  /// The history of this user could not be read.
  case historyUnread(String)
}

/// What was read about the task that is looked at; another task begins with nothing.
struct TaskPapers: Equatable, Sendable {
  /// What was read for one page.
  struct Sheet: Equatable, Sendable {
    /// The answer, of several parts all of them so far.
    fileprivate(set) var answer: TaskAnswer?
    /// Whether there are no more parts.
    fileprivate(set) var isWhole = false
    fileprivate var stamp: Stamp?
    fileprivate var asked: Asked?
  }

  /// A question that is not answered.
  fileprivate struct Asked: Equatable, Sendable {
    let request: Int
    let question: TaskQuestion
    let stamp: Stamp
  }

  /// What of a task changes when there is something new to be read about it.
  fileprivate struct Stamp: Equatable, Sendable {
    var state: TaskState
    var startedAt: Date?
    var moved: [Int64] = []

    init(_ task: MigrationTask, _ page: InspectorPage) {
      state = task.state
      startedAt = task.startedAt
      if page == .log {
        moved = [task.objects.succeeded, task.objects.failed, task.completedBytes.rawValue]
      }
    }
  }

  /// More objects are not kept, however many have failed.
  static let mostObjects = 1000

  /// The task.
  let task: TaskID
  private var sheets: [InspectorPage: Sheet] = [:]

  /// Nothing was read yet.
  init(of task: TaskID) { self.task = task }

  /// What was read for a page.
  subscript(page: InspectorPage) -> Sheet { sheets[page] ?? Sheet() }

  /// The numbers of the questions that are not answered.
  var requests: [Int] { sheets.values.compactMap(\.asked?.request).sorted() }

  /// What is to be asked for a page now; `nil` for nothing, or nothing else.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - task: The task as the list has it.
  ///   - wantsMore: Whether somebody reads near the end of so many objects.
  /// - Returns: The question.
  func question(
    for page: InspectorPage, of task: MigrationTask, wantsMore: (Int) -> Bool
  ) -> TaskQuestion? {
    let sheet = self[page]
    guard sheet.asked == nil else { return nil }
    let isOld = sheet.stamp != Stamp(task, page)
    switch page {
    case .detail, .settings: return nil
    case .events: return isOld ? .events : nil
    case .log: return isOld ? .log : nil
    case .failedObjects:
      if isOld { return .failedObjects(from: 0) }
      guard !sheet.isWhole, case .failedObjects(let objects) = sheet.answer,
        objects.count < Self.mostObjects, wantsMore(objects.count)
      else { return nil }
      return .failedObjects(from: objects.count)
    }
  }

  /// Notes that a question was asked.
  mutating func ask(
    _ question: TaskQuestion, for page: InspectorPage, of task: MigrationTask, request: Int
  ) {
    sheets[page, default: Sheet()].asked = Asked(
      request: request, question: question, stamp: Stamp(task, page))
  }

  /// Takes an answer, unless nobody waits for it any more, and says for which page it was.
  mutating func take(_ answer: TaskAnswer, request: Int) -> InspectorPage? {
    guard let page = sheets.first(where: { $0.value.asked?.request == request })?.key,
      var sheet = sheets[page], let asked = sheet.asked
    else { return nil }
    sheet.asked = nil
    sheet.stamp = asked.stamp
    if case .failedObjects(let new) = answer {
      sheet.isWhole = new.count < TaskQuestion.most
      if case .failedObjects(from: 1...) = asked.question,
        case .failedObjects(let old) = sheet.answer
      {
        sheet.answer = .failedObjects(old + new)
      } else {
        sheet.answer = answer
      }
    } else {
      sheet.answer = answer
    }
    sheets[page] = sheet
    return page
  }

  /// Has everything asked anew that is looked at, what was read staying until it is answered.
  mutating func outdate() {
    for page in sheets.keys { sheets[page]?.stamp = nil }
  }
}
