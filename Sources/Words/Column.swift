/// A column of a table that is printed.
package enum Column: CaseIterable, Sendable {
  case id, name, source, destination, state, progress, speed, left, objects, failed, tasks
  case started, description
  case time, profile, action, task, outcome
  case endpoint, region, project, api, credentials, caution
  case provider, side, size, key
  case bytes, rate, age
}
