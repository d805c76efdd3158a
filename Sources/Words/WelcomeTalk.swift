/// What somebody is told who has not seen a dashboard before.
package enum WelcomeTalk: CaseIterable, Sendable {
  /// What is going on here.
  case scene
  /// What to press first.
  case firstKeys
  /// Where everything else stands.
  case everythingElse
}

/// What a language needs for a welcome.
package protocol WelcomeTongue: Sendable {
  /// What there is to say of it, a sentence of one line.
  func words(_ talk: WelcomeTalk) -> String
}
