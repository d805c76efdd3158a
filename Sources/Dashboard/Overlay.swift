/// What lies over the table and takes the keys; one at a time.
package enum Overlay: Equatable, Sendable {
  /// The keys and what they do, from the line `top` on.
  case help(top: Int)
  /// The choice of a column to sort by.
  case sortMenu(row: Int)
  /// The choice of an action.
  case actionMenu(ActionMenu)
  /// The filter is being typed; `before` comes back when the entry is given up.
  case filterEntry(before: RowFilter)
  /// A question that must be answered before something is changed.
  case prompt(Prompt)
  /// What became of the targets of the action with number `request`, from the line `top` on.
  case sheet(request: Int, top: Int)
}
