import ArgumentParser
import Migration

/// Who is told when a new task ends.
struct NotificationOptions: ParsableArguments {
  /// The ends that can be told.
  enum End: String, ExpressibleByArgument, CaseIterable {
    case success, failure
  }

  /// The languages that the service tells them in.
  enum Tongue: String, ExpressibleByArgument, CaseIterable {
    case english = "en-us"
    case chinese = "zh-cn"
  }

  @Option(
    help: ArgumentHelp(
      "The topic of the provider's notification service that is told the end.", valueName: "urn"))
  var notify: String?

  @Option(parsing: .upToNextOption, help: "The ends that are told; without it both.")
  var notifyOn: [End] = []

  @Option(help: "The language of the message.")
  var notifyLanguage: Tongue?

  @Option(help: "The template of the message (v2).")
  var notifyTemplate: String?

  func validate() throws {
    if notify == nil, !notifyOn.isEmpty || notifyLanguage != nil || notifyTemplate != nil {
      throw ValidationError("--notify-on, --notify-language and --notify-template go with --notify")
    }
  }

  /// What was asked for; `nil` when nobody is to be told.
  var request: NotificationRequest? {
    notify.map { topic in
      NotificationRequest(
        topicURN: topic, onSuccess: notifyOn.isEmpty || notifyOn.contains(.success),
        onFailure: notifyOn.isEmpty || notifyOn.contains(.failure),
        language: notifyLanguage?.rawValue, template: notifyTemplate)
    }
  }
}
