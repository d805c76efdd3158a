import Canvas
import Words

/// The names of the inspector's pages with their keys, in the line of its title.
struct PageNames {
  /// The page that is shown.
  let page: InspectorPage
  let tongue: any Tongue

  /// How much is said of them.
  private enum Form: CaseIterable { case all, oneOfAll, one, number }

  /// The names in as many words as there is room for beside a title, which can be cut to a third of the
  /// width; none where even a number takes too much.
  func pieces(beside title: String, width: Int) -> [(text: String, style: Style)] {
    let room = width - min(columns(of: title, limit: width), width / 3)
    return Form.allCases.lazy.map(pieces).first { pieces in
      pieces.reduce(0) { $0 + columns(of: $1.text) } <= room
    } ?? []
  }

  private func pieces(_ form: Form) -> [(text: String, style: Style)] {
    let pages = form == .all || form == .oneOfAll ? InspectorPage.allCases : [page]
    return pages.map { page in
      let isShown = page == self.page
      let isNamed = form == .all || form != .number && isShown
      let name = isNamed ? " " + tongue.words(InspectorTalk.title(page)) : ""
      return (" \(page.rawValue)\(name) ", isShown ? Style(.accent, bold: true) : Style(.muted))
    }
  }
}
