/// The members of what is posted to a webhook when a task has ended.
package enum NoticeMember: String, WireMember {
  case event
  case requestID = "request_id"
  case time
  case project = "project_id"
  case topicURN = "topic_urn"
  case task

  package static let names = MemberNames<NoticeMember> { $0.rawValue }
}
