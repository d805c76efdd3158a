import Migration

extension TaskOrder {
  /// The order that the table begins with: sections of what needs a person first, and the newest task
  /// first in each.
  static let sections = TaskOrder(by: .attention, groupsByCause: true)

  /// The order in which tasks are looked at first by `key`: the largest amounts, the smallest words.
  init(naturalFor key: Key) {
    switch key {
    case .attention: self = .sections
    case .id, .progress, .speed, .objects, .failed, .size: self.init(by: key, descending: true)
    case .name, .source, .destination, .state, .left: self.init(by: key)
    }
  }

  /// Whether each state's tasks stand together, the most urgent first; then they have a header.
  var hasSections: Bool { key == .attention && !isDescending }
}
