import ArgumentParser
import Migration
import Words

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
    help: .of(.notify, valueName: "urn"))
  var notify: String?

  @Option(parsing: .upToNextOption, help: .of(.notifyOn))
  var notifyOn: [End] = []

  @Option(help: .of(.notifyLanguage))
  var notifyLanguage: Tongue?

  @Option(help: .of(.notifyTemplate))
  var notifyTemplate: String?

  func validate() throws {
    if notify == nil, !notifyOn.isEmpty || notifyLanguage != nil || notifyTemplate != nil {
      throw ValidationError(
        .goesWith(["--notify-on", "--notify-language", "--notify-template"], "--notify"))
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
