extension TaskFilter {
  /// What a service can be asked, so that it sends less: a state, a group, a text in the name.
  ///
  /// Every task that passes the filter is an answer to the query; the others still have to be judged.
  /// Only states that both versions of the API can list are asked for (v1 lists 0 to 5, v2 1 to 7,
  /// without 6), and only texts without special characters, which v2 refuses. A text is asked for in
  /// lower case, as names are made of the names of buckets; whether OMS tells the cases apart is not
  /// documented.
  package var query: TaskQuery {
    var query = TaskQuery()
    for word in words where !word.isNegated {
      switch word.condition {
      case .state(let words):
        guard words.count == 1, let state = words.first.flatMap({ TaskState(word: $0) }),
          (1...5).contains(state.code)
        else { continue }
        query.state = state
      case .group(let groups) where groups.count == 1: query.group = groups.first
      case .name(let text) where Self.isPlain(text.lowercased()): query.name = text.lowercased()
      case .group, .name, .pattern, .source, .destination, .id, .compare: continue
      }
    }
    return query
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 255
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
      }
  }
}
