package import Migration

extension English {
  package func words(_ error: ConfigurationError) -> String {
    switch error {
    case .apiVersion(let text): "'\(text)' is not an API version; give auto, v1 or v2"
    case .region(let text): "'\(text)' is not a region; give one such as cn-north-4"
    case .endpoint(let text):
      "'\(text)' is not an endpoint; give https://HOST, http://HOST:PORT or unix:///PATH"
    case .proxy(let setting):
      "\(setting) is not a proxy; give http://HOST:PORT or socks5://HOST:PORT"
    case .location(let text, let fault): words(fault, of: text)
    case .order(let text, let known):
      "'\(text)' is not a sort key; give one of \(list(known)), with :desc for the largest first"
    case .setting(let name, let text, let known):
      "'\(text)' is not a \(words(name)); give one of \(list(known))"
    case .bandwidthWindow(let text):
      "'\(text)' is not a speed window; write 08:00-18:59=20MiB (bytes a second)"
    case .keyList(let file, let fault): words(fault, of: file)
    case .file(let path, let fault): path + words(fault)
    case .entry(let entry, let fault): "\(words(entry)) \(words(fault))"
    case .profileAndEndpoint: "give --profile or --endpoint, not both"
    case .noProfile(let name, let path, let known):
      "there is no profile '\(name)' in \(path); known are: \(list(known))"
    case .noDefault(let name, let path): "\(path): the default '\(name)' is none of the profiles"
    case .noEndpoint(let profile):
      "profile '\(profile)' has neither an endpoint nor a region; add one"
    case .noCredentials(let place, let file): words(place, sdkFile: file)
    case .openLogin(let endpoint):
      "a login at \(endpoint) would send the password for all to read; use https, "
        + "or set allow_plain_http in the profile"
    case .openToken(let endpoint):
      "the token would be sent to \(endpoint) for all on the way to read; use https, "
        + "or set allow_plain_http in the profile"
    case .openPath(let endpoint):
      "whatever is sent to \(endpoint), keys and tokens too, can be read on the way"
    case .halfPair(let present, let missing):
      "\(present) is there without \(missing); give both or none"
    case .keys(let holder, let fault): words(holder, fault)
    case .onePair(let variables, let count):
      "\(variables)_AK is one pair of keys, and these tasks are about \(count) stores; "
        + "name the stores in config.yaml, or start the tasks of each store apart"
    case .projectReplaced(let profile, let variable):
      "\(variable) names another project than profile '\(profile)' and is used; "
        + "--profile \(profile) uses the profile's"
    case .openKeys(let path): "others can read the keys in \(path); run chmod 600 on it"
    case .noPassword(let user):
      "no password for the login of '\(user)'; set FERRY_IAM_PASSWORD"
    case .noProject:
      "no project; give --project-id, set HUAWEICLOUD_SDK_PROJECT_ID, "
        + "or add project_id or region to the profile"
    case .noIdentityService:
      "a login needs the identity service; set HUAWEICLOUD_SDK_IAM_ENDPOINT, "
        + "or add region or iam_endpoint to the profile"
    }
  }

  private func words(_ fault: LocationFault, of text: Quoted) -> String {
    switch fault {
    case .form:
      "'\(text)' is not a location; write local:/PATH, s3://BUCKET/PREFIX?endpoint=URL, "
        + "obs://BUCKET/PREFIX?region=R or rclone:REMOTE:BUCKET/PREFIX"
    case .relativePath: "'\(text)' needs an absolute path, such as local:/srv/photos"
    case .noRemote: "'\(text)' needs a remote: rclone:REMOTE:BUCKET/PREFIX"
    case .noBucket: "'\(text)' names no bucket"
    case .holdsKeys:
      "'\(text)': keys do not belong in a location; they are asked for, or taken from "
        + "FERRY_SOURCE_AK, FERRY_SOURCE_SK and the like"
    case .option(let scheme, let known, let other):
      "'\(text)': \(scheme) takes '?\(known.joined(separator: "=', '"))=', not '\(other)'"
    case .repeatedOption(let name): "'\(text)': '\(name)' stands there twice"
    case .noEndpoint: "'\(text)' needs the store's address: ?endpoint=https://HOST"
    case .noRegion: "'\(text)' needs the bucket's region: ?region=R"
    case .scheme(let known): "'\(text)' is not a kind of store; known are \(list(known))"
    }
  }

  private func words(_ name: SettingName) -> String {
    switch name {
    case .overwrite: "way to overwrite"
    case .storageClass: "storage class"
    case .check: "way to check"
    case .priority: "priority"
    case .addressing: "way to address buckets"
    case .domainAuthentication: "way to authenticate at a domain"
    }
  }

  /// What follows the file's path.
  private func words(_ fault: FileFault) -> String {
    switch fault {
    case .unreadable(let reason): " cannot be read (\(reason))"
    case .notYAML(let line?, let column?, let reason?):
      ":\(line): column \(column): \(reason)"
        + (fault.isTab ? "; indent with spaces, not tabs" : "")
    case .notYAML: " is not YAML"
    case .repeatedKey(let line): ":\(line): a key stands there twice"
    case .noProfiles: " cannot be understood: it has no 'profiles:' at its top"
    }
  }

  private func words(_ entry: ConfigurationEntry) -> String {
    let profile = entry.profile.map { " profile '\($0)'" } ?? ""
    let key = entry.key.map { " key '\($0)'" } ?? ""
    return "\(entry.path)\(entry.line.map { ":\($0)" } ?? ""):\(profile)\(key)"
  }

  private func words(_ fault: EntryFault) -> String {
    switch fault {
    case .notAMapping: "is not a list of keys and values"
    case .unknownKey(let known): "is not known; known are \(list(known))"
    case .wrongKind: "has a value of the wrong kind"
    case .wantsText: "cannot be used: give one text"
    case .wantsList: "cannot be used: give a list, each entry with a '-' before it"
    case .missing(let keys): "cannot be used: give \(keys.joined(separator: " or "))"
    case .beside(let keys): "cannot be used: \(list(keys)) exclude one another"
    case .keyless: "cannot be used: such places need no keys"
    case .repeated: "cannot be used: the same stands in an earlier entry"
    case .onlyWith(let key, let value): "cannot be used: it wants '\(key): \(value)'"
    case .wantsFlag: "cannot be used: give true or false"
    case .wantsSeconds: "cannot be used: give seconds from 0.1 to 86400"
    case .noneOf(let text, let known): "cannot be used: '\(text)' is none of \(list(known))"
    case .unusable(let error): "cannot be used: \(words(error))"
    }
  }

  private func words(_ place: CredentialPlace, sdkFile: String) -> String {
    switch place {
    case .environment: "no keys in the environment; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK"
    case .token:
      "no token; set FERRY_AUTH_TOKEN, or FERRY_IAM_USER and FERRY_IAM_PASSWORD to log in"
    case .sdkFile: "no keys in \(sdkFile); it needs 'ak' and 'sk' in [basic]"
    case .anywhere:
      "no credentials; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or FERRY_AUTH_TOKEN, "
        + "or FERRY_IAM_USER to log in, or write keys to \(sdkFile)"
    }
  }

  /// Words one after the other.
  func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
