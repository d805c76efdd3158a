package import Migration

extension English {
  package func words(_ column: Column) -> String {
    switch column {
    case .id: "ID"
    case .name: "NAME"
    case .source: "SOURCE"
    case .destination: "DESTINATION"
    case .state: "STATE"
    case .progress: "PROGRESS"
    case .speed: "SPEED"
    case .left: "LEFT"
    case .objects: "OBJECTS"
    case .failed: "FAILED"
    case .tasks: "TASKS"
    case .started: "STARTED"
    case .description: "DESCRIPTION"
    case .time: "TIME"
    case .profile: "PROFILE"
    case .action: "ACTION"
    case .task: "TASK"
    case .outcome: "OUTCOME"
    case .endpoint: "ENDPOINT"
    case .region: "REGION"
    case .project: "PROJECT"
    case .api: "API"
    case .credentials: "CREDENTIALS"
    case .caution: "CAUTION"
    case .provider: "PROVIDER"
    case .side: "AS"
    case .size: "SIZE"
    case .key: "KEY"
    }
  }

  package func words(_ label: Label) -> String {
    switch label {
    case .id: "id"
    case .name: "name"
    case .group: "group"
    case .state: "state"
    case .progress: "progress"
    case .bytes: "bytes"
    case .speed: "speed"
    case .tasks: "tasks"
    case .objects: "objects"
    case .started: "started"
    case .elapsed: "elapsed"
    case .left: "left"
    case .created: "created"
    case .thisMonth: "this month"
    case .error: "error"
    case .advice: "what to do"
    case .failedObjects: "failed objects"
    case .notification: "notification"
    case .type: "type"
    case .source: "source"
    case .destination: "destination"
    case .listFile: "list file"
    case .description: "description"
    case .limit: "limit"
    case .changedSince: "changed since"
    case .overwrite: "overwrite"
    case .storageClass: "storage class"
    case .check: "check"
    case .priority: "priority"
    case .metadata: "metadata"
    case .restore: "restore"
    case .encryption: "KMS"
    case .failureList: "failure list"
    case .requesterPays: "requester pays"
    case .threads: "threads"
    case .appID: "app id"
    case .sourceDomain: "source domain"
    case .example: "example"
    case .time: "time"
    case .notChecked: "not checked"
    }
  }

  package func words(_ detail: Detail) -> String {
    switch detail {
    case .part(let done, let total): "\(done) of \(total)"
    case .stillListed: ", source still being listed"
    case .arrived(let arrived, let skipped): "\(arrived) arrived, \(skipped) skipped"
    case .failed(let failed, let total): "\(failed) failed, of \(total)"
    case .made(let made, let total): "\(made) of \(total) made"
    case .atWork(let waiting, let running, let stopped):
      "\(waiting) waiting, \(running) running, \(stopped) stopped"
    case .over(let failed, let succeeded): "\(failed) failed, \(succeeded) succeeded"
    case .requests(let requests, let bytes): "\(requests) requests, \(bytes)"
    case .objectsArrived(let arrived, let skipped):
      "\(arrived) objects arrived, \(skipped) skipped"
    case .objectsFailed(let failed): "\(failed) failed"
    case .yes: "yes"
    case .no: "no"
    case .files(let count): "(\(count) files)"
    case .canRetry: "can be retried; "
    case .noList: "no list"
    case .delivered: "delivered"
    case .notDelivered(let reason): "not delivered, \(reason)"
    case .onSuccess: "success"
    case .onFailure: "failure"
    case .atLimits(let time): "\(time) at the limits"
    case .notAlwaysLimited: "not known, as there is not always a limit"
    case .counted(let objects, let bytes, let lister): "\(objects), \(bytes) (\(lister))"
    case .notKnown: "not known"
    case .by(let doer): "by \(doer.rawValue)"
    case .dryRun: "dry run"
    case .readOnly: "read-only"
    case .protected: "protected"
    case .byRegion: "by region"
    case .sourceSide: "source"
    case .destinationSide: "destination"
    }
  }

  package func words(_ outcome: ActionOutcome) -> String { outcome.rawValue }

  package func name(of noun: String) -> String { noun }
}
