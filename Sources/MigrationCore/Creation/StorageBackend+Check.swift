package import Migration

extension StorageBackend {
  /// Checks what a service tells about the source of a task before it is made: the region of its
  /// bucket, or its list of addresses.
  ///
  /// What the service has no call for, or takes no such keys for, is left unchecked.
  ///
  /// - Parameter task: The task, with the keys that are at hand.
  /// - Throws: ``APIProblem`` when the task would fail.
  package func check(sourceOf task: NewTask) async throws(APIProblem) {
    do throws(APIProblem) {
      if task.kind == .urlList {
        try await checkList(of: task)
      } else if let access = task.sourceAccess, access.keys?.securityToken == nil {
        try await checkRegion(of: task, access)
      }
    } catch {
      guard error.isForeign else { throw error }
    }
  }

  private func checkList(of task: NewTask) async throws(APIProblem) {
    // The question has no word for another provider than OMS's own, and that of an address.
    guard ["HEC", "HuaweiCloud", "S3"].contains(task.destination.provider),
      let file = task.settings.listFile, let keys = task.keys.destination,
      keys.securityToken == nil
    else { return }
    try await checkURLList(file, region: task.destination.region, keys: keys)
  }

  private func checkRegion(of task: NewTask, _ access: StorageAccess) async throws(APIProblem) {
    let found = try await region(of: task.source.bucket, access: access)
    guard found.isSupported else {
      throw APIProblem(.refused(.sourceRegionUnsupported), kind: .invalid, code: "OMS.0079")
    }
    guard found.region.id.isEmpty || found.region.id == task.source.region else {
      throw APIProblem(
        .unfit(.otherRegion(bucket: task.source.bucket, region: found.region.id)), kind: .invalid)
    }
  }
}

extension NewTask {
  /// What opens the account of the source; `nil` when its keys are not at hand.
  package var sourceAccess: StorageAccess? {
    keys.source.map {
      StorageAccess(provider: source.provider, keys: $0, appID: settings.appID)
    }
  }
}
