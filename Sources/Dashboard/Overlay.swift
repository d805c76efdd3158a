/// What lies over the table and takes the keys; one at a time.
package enum Overlay: Equatable, Sendable {
  /// The keys and what they do, from the line `top` on.
  case help(top: Int)
  /// What was told since the dashboard opened, from the line `top` on.
  case messages(top: Int)
  /// The choice of a column to sort by.
  case sortMenu(row: Int)
  /// The choice of an action.
  case actionMenu(ActionMenu)
  /// The filter is being typed.
  case filterEntry(FilterEntry)
  /// A question that must be answered before something is changed.
  case prompt(Prompt)
  /// What became of the targets of the action with number `request`, from the line `top` on.
  case sheet(request: Int, top: Int)
}
