/// A text that must not be seen: printing, describing, reflecting or interpolating it shows stars.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let text: String

  /// Hides `text`.
  package init(_ text: String) {
    self.text = text
  }

  /// The text itself; call it only where it is used, and never keep the result.
  package func reveal() -> String { text }

  /// Whether there is nothing to hide.
  package var isEmpty: Bool { text.isEmpty }

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
