import Canvas
import FoundationEssentials
import Migration
import Words

/// What happened since somebody looked before, the newest first.
enum PastPage {
  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 2) }

  /// The lines, laid out for a window.
  static func page(_ state: State) -> Page {
    let tongue = state.configuration.tongue
    var page = Page(
      width: min(100, state.size.columns - 4), isASCII: state.configuration.isASCII)
    let past = state.session.past
    guard let since = past.since.map(state.sinceText) else {
      page.addText(tongue.words(PastTalk.unknown), style: Style(.muted))
      return page
    }
    switch past.recollection {
    case nil: page.addText(tongue.words(InspectorTalk.reading), style: Style(.muted))
    case .unread(let reason)?:
      page.addText(tongue.words(InspectorTalk.historyUnread(reason)), style: Style(.bad))
    case .events([])?: page.addText(tongue.words(.nothing(since: since)), style: Style(.muted))
    case .events(let events)?:
      for event in events.reversed() {
        page.addText(state.sentence(of: event), style: event.happening.style)
      }
    }
    return page
  }

  /// How many events there are of each kind that a task can come to.
  static func counts(of events: [PastEvent]) -> [PastTalk.Count] {
    let kinds: [(TaskHappening, Doer?)] = [
      (.finished, nil), (.failed, nil), (.stopped, .another), (.stopped, .you), (.stopped, nil),
      (.gone, nil),
    ]
    return kinds.compactMap { happening, doer in
      let count = events.count { $0.happening == happening && $0.by == doer }
      return count == 0 ? nil : PastTalk.Count(happening, by: doer, count)
    }
  }
}

/// Draws what happened since somebody looked before, from line `top` on.
func drawPast(_ state: State, from top: Int, on frame: inout Frame) {
  let since = state.session.past.since.map(state.sinceText) ?? "…"
  frame.drawPage(
    PastPage.page(state), title: state.configuration.tongue.words(.title(since: since)), from: top)
}

extension State {
  /// The time of a day, with the day when that is not so long ago.
  func sinceText(_ date: Date) -> String {
    let text = dateText(date, in: configuration.zone) ?? ""
    let isFar = link.date.map { abs($0.timeIntervalSince(date)) > 72_000 } ?? true
    return isFar ? text : String(text.dropFirst(11).prefix(5))
  }

  fileprivate func sentence(of event: PastEvent) -> String {
    let route = list.table.task(event.task.id).map {
      RouteText.text(of: $0, width: 200, isASCII: configuration.isASCII)
    }
    let task = [route, event.task.id.description].compactMap(\.self).joined(separator: "  ")
    let name = route == nil && !event.task.name.isEmpty ? "  " + event.task.name : ""
    return configuration.tongue.words(
      .event(event.happening, event.by, task: task + name, at: event.at.map(sinceText)))
  }

  /// Takes a key while what happened is on the screen.
  mutating func browsePast(_ pager: Pager, by key: Key) {
    switch CommandTable.command(for: key) {
    case .move(let motion):
      var pager = pager
      pager.move(
        motion, height: PastPage.height(in: size), count: PastPage.page(self).lines.count)
      layer = .past(pager)
    case .back, .quit, .past, .openDetail: layer = nil
    case .some, .none: break
    }
  }
}

extension TaskHappening {
  fileprivate var style: Style {
    switch self {
    case .failed, .stalled, .late: Style(.bad)
    case .started, .finished, .stopped, .gone: .plain
    }
  }
}
