package import Migration

extension English {
  package func words(_ cause: TaskFailure.Cause) -> String {
    switch cause {
    case .serviceTrouble: "the service has trouble; run the task again"
    case .serverSilent: "a server did not answer; run the task again"
    case .waitedTooLong: "it waited too long; run the task again at a quieter time"
    case .objectsDiffer: "some objects differ from the source; run the failed ones again"
    case .networkSilent: "the network or OBS does not answer; run the task again later"
    case .maybeKeys: "it failed, maybe for wrong keys; check the keys of both sides"
    case .sourceUnasked: "the source bucket could not be asked; check the network and its keys"
    case .destinationUnasked:
      "the destination bucket could not be asked; check the network and its keys"
    case .nothingSelected: "nothing is selected at the source; make a new task"
    case .objectsMissing: "the objects do not exist; check the selection"
    case .listUnreadable: "the list file is missing or cannot be read; check file and rights"
    case .listTooLarge: "the list file is above 100 MB or no .txt; split or rename it"
    case .noBlobService: "the Azure account has no blob service; use another one"
    case .urlsMistaken: "the list of URLs has mistakes; correct the file"
    case .listEmpty: "the list file is empty; correct it"
    case .lineTooLong: "a line of the list file is longer than 65535; correct the file"
    case .listNotPlain: "the list file must be of type text/plain without an encoding; correct it"
    case .destinationRights: "the destination's keys lack rights; give them"
    case .accountExpired: "the account has expired or is frozen; contact the provider"
    case .destinationFull: "the destination bucket is full; raise its quota"
    case .accountFrozen: "the account of the migration is frozen; have it unfrozen"
    case .destinationKeys: "the destination's keys are not valid; give valid ones"
    case .destinationMissing: "the destination bucket does not exist; check its name"
    case .objectLost: "an object is missing at the destination; leave its rights alone meanwhile"
    case .pathTooLong: "a path at the destination is too long; shorten names"
    case .destinationTrouble: "the destination has trouble; run the task again later"
    case .uploadsFailed: "some uploads failed; make sure that no other task writes the same objects"
    case .sourceKeys: "the source's keys are not valid; give valid ones"
    case .sourceRights: "the source's keys lack rights; give them"
    case .sourceMissing: "the source bucket does not exist; check its name"
    case .objectMissing: "an object does not exist at the source; check its name"
    case .sourceTrouble: "the source has trouble; run the task again later"
    case .notEncrypted:
      "it is done, but objects are not encrypted as wanted; check whether the region can do that"
    case .sourceThrottles:
      "the source's provider throttles; lower the speed or have its limit raised"
    case .archiveUnreadable: "archived data cannot be read; restore it at the source"
    case .archiveNotRestored: "archived data could not be restored; restore it at the source"
    case .notRestoredYet: "the data is archived and not restored yet; restore it at the source"
    case .listArchived: "the list file itself is archived; restore it"
    case .balanceTooLow: "the balance is too low to upload; pay, then run the task again"
    case .leftOut:
      "something at the source is no object or may not be read; put that right or take it away there, "
        + "then run the whole task again"
    case .restToMove: "what had failed is moved, but not yet the rest; run the whole task again"
    case .ownReasons:
      "some objects could not be moved, each for a reason of its own; read those, then run the failed "
        + "ones again"
    }
  }
}
