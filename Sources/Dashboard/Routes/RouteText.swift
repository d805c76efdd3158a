import Canvas
import Migration

/// Where the tasks of a screen take what from, in the words of each row; no two rows look alike.
struct RouteText {
  /// What stands between source and destination.
  static func arrow(isASCII: Bool) -> String { isASCII ? " -> " : " → " }

  /// More of a name than this is never looked at.
  private static let longest = 200

  private let sources: Abbreviations
  private let destinations: Abbreviations
  private let marks: Abbreviations
  private let lengths: [(source: Int, destination: Int, mark: Int)]
  private let arrow: [Cell]

  /// The routes of the tasks on the screen.
  ///
  /// - Parameters:
  ///   - tasks: The tasks, top to bottom.
  ///   - isASCII: Whether the terminal shows ASCII only.
  ///   - needsID: Those, by their places, that look like another at the width at hand.
  private init(_ tasks: [MigrationTask], isASCII: Bool, needsID: Set<Int>) {
    let sources = tasks.map { Self.laidOut($0.source.shortName, isASCII) }
    let destinations = tasks.map { Self.laidOut($0.destination.shortName, isASCII) }
    let marks = zip(Self.marks(of: tasks), tasks).enumerated().map { place, pair in
      Self.laidOut(needsID.contains(place) ? pair.1.id.description : pair.0, isASCII)
    }
    lengths = tasks.indices.map { (sources[$0].count, destinations[$0].count, marks[$0].count) }
    self.sources = Abbreviations(sources, isASCII: isASCII)
    self.destinations = Abbreviations(destinations, isASCII: isASCII)
    self.marks = Abbreviations(marks, isASCII: isASCII)
    arrow = layOut(Self.arrow(isASCII: isASCII))
  }

  /// The routes of `tasks`, which are those on the screen, each in at most as many cells as `widths`
  /// says at its place.
  static func lines(_ tasks: [MigrationTask], widths: [Int], isASCII: Bool) -> [[Cell]] {
    let text = RouteText(tasks, isASCII: isASCII, needsID: [])
    let lines = zip(tasks.indices, widths).map(text.line)
    let alike = Dictionary(grouping: lines.indices) { lines[$0] }.values.filter { $0.count > 1 }
    if alike.isEmpty { return lines }
    let clearer = RouteText(tasks, isASCII: isASCII, needsID: Set(alike.joined()))
    return zip(tasks.indices, widths).map(clearer.line)
  }

  /// The same as text, a route each.
  static func texts(_ tasks: [MigrationTask], widths: [Int], isASCII: Bool) -> [String] {
    lines(tasks, widths: widths, isASCII: isASCII).map { cells in
      String(cells.filter { $0.width > 0 }.map(\.character))
    }
  }

  /// The route of one task in at most `width` cells, as text.
  static func text(of task: MigrationTask, width: Int, isASCII: Bool) -> String {
    texts([task], widths: [width], isASCII: isASCII).joined()
  }

  private func line(_ index: Int, _ width: Int) -> [Cell] {
    let (source, destination, mark) = lengths[index]
    if source + destination == 0 { return marks.text(index, width: width) }
    let route = source + arrow.count + destination
    var room = max(0, width)
    var end: [Cell] = []
    if mark > 0 {
      let wanted = route + 2 + mark <= room ? mark : min(mark, max(room / 2, room - route - 2))
      end = [.blank, .blank] + marks.text(index, width: wanted)
      room -= end.count
    }
    let both = room - arrow.count
    guard both >= 2 else { return Array((sources.text(index, width: room) + end).prefix(width)) }
    // A short side leaves its room to the other one, and so does one that tells nothing.
    let share = sources.areAlike ? both / 3 : destinations.areAlike ? both - both / 3 : both / 2
    let head = sources.text(index, width: max(share, both - destination))
    return head + arrow + destinations.text(index, width: both - head.count) + end
  }

  /// What tells tasks of the same route apart, or those that have none: the name, or else the id;
  /// empty where the route does.
  private static func marks(of tasks: [MigrationTask]) -> [String] {
    let groups = Dictionary(grouping: tasks.indices) { index in
      [tasks[index].source.shortName, tasks[index].destination.shortName]
    }
    var marks = Array(repeating: "", count: tasks.count)
    for (route, places) in groups where places.count > 1 || route == ["", ""] {
      let names = Set(places.map { tasks[$0].name })
      let namesTell = names.count == places.count && !names.contains("")
      for place in places {
        marks[place] = namesTell ? tasks[place].name : tasks[place].id.description
      }
    }
    return marks
  }

  /// The cells of a name; of a very long one those of both ends.
  private static func laidOut(_ name: String, _ isASCII: Bool) -> [Cell] {
    let isLong = name.utf8.count > 2 * longest
    let text = isLong ? name.prefix(longest) + "…" + name.suffix(longest) : name[...]
    return layOut(String(text), isASCII: isASCII)
  }
}

extension MigrationTask {
  /// What is known of a task that was never read: it goes by its name.
  init(unread target: TaskTarget) {
    self.init(id: target.id, name: target.name, state: .unknown(-1))
  }
}
