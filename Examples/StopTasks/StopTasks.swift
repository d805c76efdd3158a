import Migration
import OMSClient

/// Lists the tasks that run on the service at an address, and asks each of them to stop.
@main
struct StopTasks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let address = arguments.first, let project = arguments.last else {
      return print("usage: stop-tasks unix:///PATH-OF-SOCKET PROJECT-ID")
    }
    let client = AutoClient(
      endpoint: try Endpoint(address), project: KnownProject(id: project),
      credentials: Credentials.none)
    for task in try await client.list(TaskQuery(state: .running)).tasks {
      print(task.id, task.name, task.state.word)
      do throws(APIProblem) {
        try await client.stop(task.id)
      } catch {
        print(task.id, "was not stopped:", error.code ?? "\(error.kind)", error.message)
      }
    }
  }
}
