extension English {
  package func help(for option: HelpedOption) -> String {
    switch option {
    case .profile: "The profile of the configuration to use; 'local' is built in."
    case .endpoint:
      "An address instead of a profile: https://HOST, http://HOST:PORT or unix:///PATH."
    case .projectID: "The project whose tasks are meant."
    case .api: "The version of the API: v1, v2, or auto for the newest that the service speaks."
    case .refresh: "Seconds between two refreshes, from 0.1."
    case .readOnly: "Show, but change nothing."
    case .color: "Whether to use colour."
    case .ascii: "Draw with ASCII characters only."
    case .linear:
      "Tell what happens line by line and take commands as lines: for screen readers (also with "
        + "ACCESSIBLE=1) and for terminals that cannot place a cursor (TERM=dumb)."
    case .firstFilter: "Begin with this filter, such as 'state:failed'."
    case .filter:
      """
      Only tasks that pass this filter: words joined by AND, such as 'state:running,waiting', \
      'name:photos' or just photos, '/regex/', 'source:BUCKET', 'destination:BUCKET', 'id:123', \
      'group:ID', 'progress>50', 'failed>0', 'size>1GiB', 'age>30d'; '!' before a word negates it.
      """
    case .sort(let keys):
      "The column to sort by; KEY:desc puts the largest first. Keys: \(keys)."
    case .mostTasks: "The most tasks to print."
    case .mostGroups: "The most groups to print."
    case .formatOfOne: "How to print it."
    case .formatOfMany: "How to print them."
    case .formatOfResults: "How to print the results."
    case .formatOfAnswer: "How to print the answer."
    case .formatOfFindings: "How to print the findings."
    case .probedStore:
      """
      Probe this place as well, from this machine: list it, put a small object named ferry-doctor-…, read \
      it back and delete it.
      """
    case .formatOfHistory: "How to print them; json gives both lines of each action."
    case .formatOfEvents: "How to print them: a line, or a JSON object in a line, for each."
    case .taskID: "The task's id."
    case .taskIDs: "Task ids."
    case .groupID: "The group's id."
    case .groupIDs: "Group ids."
    case .syncID: "The task's id."
    case .syncIDs: "Ids of synchronisation tasks."
    case .yes: "Do not ask; on a protected profile --confirm does that."
    case .confirm: "Do not ask, on this profile, which may be a protected one."
    case .dryRun: "Say what would be done, and do nothing."
    case .dryCreation: "Check and count what would be created, and create nothing."
    case .untilTasksStopped: "Return when the tasks have stopped."
    case .untilGroupsStopped: "Return when the groups have stopped."
    case .untilGroupsGone: "Return when the groups are gone."
    case .stopTasksFirst: "Stop a running task first, wait until it has stopped, then delete it."
    case .stopGroupsFirst: "Stop a running group first, wait until it has stopped, then delete it."
    case .failedOnly: "Only the objects that failed."
    case .newLimits:
      """
      The new limits, at most 5: 08:00-18:59=20MiB (bytes a second) for a part of the day by the \
      clocks of the service, 20MiB for all of it.
      """
    case .noLimit: "No limit any more."
    case .goal: "What to wait for."
    case .timeout: "The longest time to wait, such as 90s, 5m or 2h."
    case .events(let list): "Only these events, with commas between them: \(list)."
    case .exec:
      """
      Run this with sh for each event, one after the other, five minutes each at most. It gets the \
      event as JSON on standard input, and in FERRY_EVENT, FERRY_EVENT_AT, FERRY_EVENT_PROFILE, \
      FERRY_EVENT_TASK, FERRY_EVENT_NAME, FERRY_EVENT_STATE and FERRY_EVENT_LINE; what it prints \
      goes to standard error.
      """
    case .webhook:
      "POST each event to this address as JSON; sent again a few times when that fails."
    case .groupState(let words): "Only groups in this state: \(words)."
    case .syncState: "Only tasks in this state."
    case .month: "The month whose sums are shown, such as 2026-10; without it this month."
    case .from: "Where the objects come from; left out for the type url_list."
    case .to: "Where they go to."
    case .followed: "The bucket whose changes are followed."
    case .following: "The bucket that follows."
    case .type:
      """
      How the objects are chosen: object (keys and folders), prefix (all names that begin so), \
      list (names in a file), url_list (addresses in a file).
      """
    case .key: "Object keys, folders or prefixes at the source."
    case .keysFrom: "The same from a file, one a line; - is standard input."
    case .listFile:
      """
      BUCKET/KEY of the list file, at the destination's side; the file's path where that is a directory. \
      What ends in / is the folder of several.
      """
    case .listFiles: "How many list files there are (v2)."
    case .description: "Words of your own."
    case .bandwidth:
      """
      Speed limits by time of day, such as 08:00-18:59=20MiB (bytes a second), by the clocks of the \
      service; at most 5.
      """
    case .since: "Only objects changed since this day or time, such as 2026-01-31 (UTC)."
    case .overwrite(let words): "When to replace objects at the destination: \(words) (v2)."
    case .storageClass(let words): "The storage class at the destination: \(words) (v2)."
    case .check(let words): "How copies are checked: \(words) (v2)."
    case .priority(let words): "How urgent the task is: \(words) (v2)."
    case .threads: "How many objects are moved at once, 0 to 50 (v1)."
    case .metadata: "Move the objects' metadata as well (v2)."
    case .restore: "Restore archived objects at the source first."
    case .encrypt: "Encrypt objects at the destination with KMS."
    case .failedList: "Keep a list of the objects that fail."
    case .requesterPays: "Let the requester pay for the traffic (v2)."
    case .appID: "Tencent's number of the account that owns the source."
    case .sourceDomain:
      """
      Read the source through this domain of a content delivery network; its key is asked for, or \
      taken from FERRY_SOURCE_DOMAIN_KEY.
      """
    case .domainAuthentication(let words):
      "How requests to that domain are authenticated: \(words)."
    case .notify: "The topic of the provider's notification service that is told the end."
    case .notifyOn: "The ends that are told; without it both."
    case .notifyLanguage: "The language of the message."
    case .notifyTemplate: "The template of the message (v2)."
    case .report:
      "Write each difference to this file, a JSON object a line; - prints them."
    case .repair: "Start a task that moves the objects again that do not agree (API v2)."
    case .readContents: "Read the objects on both sides, instead of comparing checksums and sizes."
    case .likeTask:
      "Take over from this task what is not given; never its keys, nor who is told."
    case .likeGroup: "Take over from this group what is not given; never its keys."
    case .provider(let words):
      """
      A provider, as locations name it: \(words). Without one, what there is to choose from.
      """
    case .region: "The region of the account; the address of the store for s3."
    case .location: "The place, such as local:/srv/photos or 'aws://BUCKET/FOLDER/?region=R'."
    case .side:
      """
      Whose keys are used: FERRY_SOURCE_AK and so on, or FERRY_DESTINATION_AK; a store of config.yaml \
      does for both.
      """
    case .mostEntries: "The most entries to print, the latest ones."
    case .notOlder:
      """
      Only what is not older than this: 90s, 5m, 2h or 30d ago, or an instant such as \
      2026-11-26T18:00:00Z.
      """
    case .aboutTask: "Only entries about this task."
    case .listen: "HOST:PORT to listen on as well; port 0 lets the system pick one."
    case .accessKeys: "A file of ACCESS_KEY:SECRET_KEY:PROJECT_ID lines that nobody else can read."
    case .tlsCertificate: "The certificate chain, PEM; needed for a HOST other than loopback."
    case .tlsKey: "The certificate's key, PEM."
    case .stateDirectory: "Where tasks are kept."
    case .socket:
      "The Unix socket to listen on, instead of the usual one; --endpoint unix:///PATH leads there."
    case .mostRunning: "How many tasks may run at once."
    case .localRoots: "Directories that callers over TCP may use as local: locations."
    case .rcloneRemotes: "Remotes of your rclone configuration that callers over TCP may use."
    case .urlHosts:
      """
      Hosts and networks, such as files.example.com or 10.0.0.0/8, that the addresses of url_list tasks of \
      callers over TCP may lead to; without it the public internet alone.
      """
    case .serviceWebhook:
      """
      POST the ends of tasks that are to be told (create --notify) as JSON to this address, until it takes \
      them or for a day; without it such tasks are refused.
      """
    case .timeZone:
      """
      The zone in which the hours of speed limits are counted, such as Europe/Berlin or UTC; without it \
      this machine's.
      """
    case .logFormat:
      "How the log is written: text, or json, one object a line; from info on every request is in it, by its id."
    case .logLevel: "trace, debug, info, notice, warning, error or critical."
    case .headless: "Without the dashboard: print where the service is, and run until SIGTERM."
    }
  }
}
