extension English {
  package var example: String { "Example: " }

  package func abstract(of topic: HelpTopic) -> String {
    switch topic {
    case .ferry: "Watch, stop and delete object-storage migration tasks."
    case .dashboard: "Open the dashboard."
    case .list: "List tasks, what needs you first."
    case .show: "Show everything about one task."
    case .create: "Create a task; prints its id."
    case .stop: "Stop running tasks."
    case .delete: "Delete tasks; a running one is refused."
    case .start: "Resume stopped tasks or run failed ones again."
    case .bandwidth: "Replace the speed limits of tasks that have not finished."
    case .wait: "Wait until tasks have stopped, succeeded, failed, or finished in any way."
    case .watch: "Tell what happens to tasks as it happens, a line an event."
    case .verify: "Compare what a task has moved with its source, object by object."
    case .group: "Create, list, stop, delete, start and retry task groups (API v2)."
    case .groupList: "List task groups, newest first."
    case .groupShow: "Show everything about one task group."
    case .groupCreate: "Create a task group, which the service splits into tasks; prints its id."
    case .groupStop: "Stop groups with all of their tasks."
    case .groupDelete: "Delete groups with all of their tasks."
    case .groupStart: "Resume stopped groups."
    case .groupRetry: "Run failed groups again."
    case .groupBandwidth: "Replace the speed limits of groups that have not finished."
    case .sync: "List, create, stop, start and delete synchronisation tasks (API v2)."
    case .syncList: "List synchronisation tasks."
    case .syncShow: "Show everything about one synchronisation task, and what it did in a month."
    case .syncCreate: "Create a synchronisation task; prints its id."
    case .syncStart: "Let stopped synchronisation tasks follow their sources again."
    case .syncStop: "Stop synchronisation tasks."
    case .syncDelete: "Delete synchronisation tasks."
    case .buckets: "List providers and regions, or the buckets of an account at one."
    case .ls: "List the objects and folders of a place, as a task would name them."
    case .history: "Show what was done to tasks and seen to happen to them, oldest first."
    case .profiles: "Show the profiles of the configuration."
    case .doctor: "Check the terminal, the files and the service."
    case .serve: "Run the local migration service."
    case .demo: "Try Ferry on a throw-away service with real migrations; leaves nothing behind."
    }
  }

  package func notes(on topic: HelpTopic) -> String {
    switch topic {
    case .dashboard, .show, .group, .groupList, .groupStop, .sync, .syncList, .syncShow, .demo: ""
    case .ferry:
      """
      Without a subcommand, the dashboard opens on the default profile. Press ? there for the keys; \
      'ferry dashboard --help' tells its options.

      Exit status: 0 all done; 1 failed; 3 some done, some not; 64 usage; 69 service unreachable; \
      75 the time of wait is over; 77 credentials refused.
      """
    case .list:
      "On a terminal, the table has the columns that fit; in a pipe or a file it has all of them."
    case .create:
      """
      \(Self.locations) \(Self.keys)

      A create whose answer is lost is never sent a second time; the list is searched for the new \
      task instead.

      With --dry-run nothing is created: what the service would check is checked, and the source is \
      listed when its keys are at hand.
      """
    case .stop: "Objects that have arrived stay. Starting again needs the storage keys again."
    case .delete: "Only the task is removed. Objects that have arrived stay."
    case .start, .groupStart, .groupRetry, .syncStart: Self.keys
    case .bandwidth, .groupBandwidth:
      """
      OMS v1 takes limits from 5 MiB/s to 10 GiB/s, v2 from 1 MiB/s to 200 MiB/s. 'ferry doctor' tells \
      in which zone the hours are counted, where the service tells it.
      """
    case .wait:
      """
      An outage of the service is waited through for a minute. Exit status: 0 when every task is \
      there (for finished: and none has failed), 1 when one can no longer come there or has failed, \
      3 when some are there and some are not, 75 when the time is over.
      """
    case .verify:
      """
      A line an object that does not agree: missing (at the destination), differs, extra (not at the \
      source) or unreadable; then the sums. Both sides are read from this machine, with the keys that \
      start would take. Checksums are compared where both sides have one, else sizes. Tasks of type \
      object and prefix can be verified once they are over; of one with --since nothing is told as \
      extra. What a copy passes over is not compared: folders of no bytes, links, and names with empty \
      parts such as a//b. --repair moves what is missing or differs again, over what is there.

      Exit status: 0 when both sides agree, 1 when they do not.
      """
    case .watch:
      """
      Events: started, finished (well), failed, stopped, gone (deleted), stalled (nothing has moved \
      for a minute), late (half as long again as the service first expected, and a minute at least, is \
      over), and for the service itself offline and online. How tasks are when the watch begins is no \
      event. It goes on through outages until ^C.
      """
    case .groupShow: "'ferry list --filter group:ID' lists its tasks."
    case .groupCreate:
      "\(Self.locations) \(Self.keys) A group has no type object; without --type it is prefix."
    case .groupDelete:
      "A group that runs is refused, unless --stop-first. Objects that have arrived stay."
    case .syncCreate: "A whole bucket follows a whole bucket. \(Self.keys)"
    case .syncStop:
      "Changes at the source are no longer followed. Starting again needs the storage keys again."
    case .syncDelete:
      "One that follows its source is refused, unless --stop-first. Objects that have arrived stay."
    case .buckets, .ls:
      """
      The service is asked (API v2). For the local service this machine looks, with rclone. Keys are \
      taken from the variables of the side or a store of config.yaml, or asked for.
      """
    case .history:
      """
      With --task, the latest definition of the task follows: all it takes to create it again, but \
      for the storage keys, which are kept nowhere.
      """
    case .profiles:
      """
      Where the environment says something else than a profile, the environment counts, and is shown. \
      An asterisk marks the profile that is used when none is named. Nothing is sent.
      """
    case .doctor:
      """
      Nothing is changed but by --store, and no service is started. Exit status: 0 nothing is a problem; 69 only that \
      the service is unreachable; 77 only that credentials are refused; 1 anything else.
      """
    case .serve:
      """
      It answers on a Unix socket that is for you alone. With --listen it also answers on TCP, where \
      every request must be signed. It runs the rclone that FERRY_RCLONE names, else the one that \
      came with it, else the one on PATH.
      """
    }
  }

  private static let locations = """
    Locations: local:/PATH, s3://BUCKET/PREFIX?endpoint=URL (with &region=R, and &addressing=path or \
    virtual), obs://BUCKET/PREFIX?region=R (likewise aws, oss, cos, …), rclone:REMOTE:BUCKET/PREFIX. \
    A source prefix that ends in / is a folder, any other one object.
    """

  private static let keys = """
    The service keeps no storage keys, so they are taken from FERRY_SOURCE_AK, FERRY_SOURCE_SK, \
    FERRY_DESTINATION_AK and FERRY_DESTINATION_SK, or from a store of config.yaml that matches the \
    place, or asked for.
    """
}
