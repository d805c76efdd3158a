extension TaskFailure {
  static var notRestored: Advice {
    Advice(.afterChange, "the data is archived and not restored yet; restore it at the source")
  }

  /// Codes of the family `TRF.` that mean the same in both versions of the API, by number.
  static let reasons: [Int: Advice] = [
    1: Advice(.now, "the service has trouble; run the task again"),
    2: serverTrouble,
    3: Advice(.now, "it waited too long; run the task again at a quieter time"),
    4: serverTrouble,
    5: serverTrouble,
    6: Advice(.now, "some objects differ from the source; run the failed ones again"),
    7: Advice(.now, "the network or OBS does not answer; run the task again later"),
    8: Advice(.afterCheck, "it failed, maybe for wrong keys; check the keys of both sides"),
    9: Advice(.afterCheck, "the source bucket could not be asked; check the network and its keys"),
    10: Advice(
      .afterCheck, "the destination bucket could not be asked; check the network and its keys"),
    11: Advice(.never, "nothing is selected at the source; make a new task"),
    12: Advice(.afterCheck, "the objects do not exist; check the selection"),
    13: Advice(.afterCheck, "the list file is missing or cannot be read; check file and rights"),
    14: Advice(.afterChange, "the list file is above 100 MB or no .txt; split or rename it"),
    15: Advice(.never, "the Azure account has no blob service; use another one"),
    16: Advice(.afterChange, "the list of URLs has mistakes; correct the file"),
    17: Advice(.afterChange, "the list file is empty; correct it"),
    18: Advice(.afterChange, "a line of the list file is longer than 65535; correct the file"),
    19: Advice(
      .afterChange, "the list file must be of type text/plain without an encoding; correct it"),
    51: destinationRights,
    52: destinationRights,
    53: Advice(.never, "the account has expired or is frozen; contact the provider"),
    54: destinationRights,
    55: Advice(.afterChange, "the destination bucket is full; raise its quota"),
    56: Advice(.afterChange, "the account of the migration is frozen; have it unfrozen"),
    57: Advice(.afterChange, "the destination's keys are not valid; give valid ones"),
    58: Advice(.afterCheck, "the destination bucket does not exist; check its name"),
    59: Advice(
      .afterCheck, "an object is missing at the destination; leave its rights alone meanwhile"),
    60: Advice(.afterChange, "a path at the destination is too long; shorten names"),
    61: Advice(.now, "the destination has trouble; run the task again later"),
    62: Advice(.now, "some uploads failed; make sure that no other task writes the same objects"),
    151: Advice(.afterChange, "the source's keys are not valid; give valid ones"),
    152: sourceRights,
    153: sourceRights,
    154: sourceRights,
    155: Advice(.afterCheck, "the source bucket does not exist; check its name"),
    156: Advice(.afterCheck, "an object does not exist at the source; check its name"),
    157: Advice(.now, "the source has trouble; run the task again later"),
    158: Advice(
      .afterCheck,
      "it is done, but objects are not encrypted as wanted; check whether the region can do that"),
    159: Advice(
      .now, "the source's provider throttles; lower the speed or have its limit raised"),
    160: Advice(.afterChange, "archived data cannot be read; restore it at the source"),
    201: Advice(.afterChange, "archived data could not be restored; restore it at the source"),
    202: notRestored,
    301: Advice(.afterChange, "the list file itself is archived; restore it"),
  ]

  private static var serverTrouble: Advice {
    Advice(.now, "a server did not answer; run the task again")
  }

  private static var destinationRights: Advice {
    Advice(.afterChange, "the destination's keys lack rights; give them")
  }

  private static var sourceRights: Advice {
    Advice(.afterChange, "the source's keys lack rights; give them")
  }
}
