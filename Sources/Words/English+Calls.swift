import Migration

extension English {
  func words(_ fault: CallFault, at endpoint: Endpoint) -> String {
    switch fault {
    case .silent(let time):
      "\(endpoint) did not answer within \(time.inWords); check the network"
    case .late(let step):
      "\(endpoint) did not answer in time (\(step)); check the network"
    case .unreachable(let reason): "\(endpoint) is not reachable (\(reason)); \(advice(endpoint))"
    case .unasked(let reason):
      "\(endpoint) could not be asked (\(reason)); \(advice(endpoint))"
    case .proxyUnreachable(let proxy, let reason):
      "\(endpoint) is not reachable, because the proxy \(proxy) is not (\(reason)); check the proxy"
    case .proxyWantsLogin(let proxy):
      "the proxy \(proxy) wants a user for \(endpoint); write http://USER:PASSWORD@HOST:PORT"
    case .proxyRefused(let proxy):
      "the proxy \(proxy) does not let calls through to \(endpoint); "
        + "ask its operator, or list the host in NO_PROXY"
    case .authorities(let source, let isThere):
      "nothing was sent to \(endpoint): \(source.path), which \(source.setting) names, "
        + (isThere ? "has no certificates (PEM) in it" : "cannot be read")
    case .connectionLost: "\(endpoint) closed the connection before it had answered"
    case .insecure(let fault): "\(endpoint) \(words(fault))"
    case .answerTooLarge(let limit):
      "the answer of \(endpoint) is larger than \(limit.rawValue >> 20) MiB; it was not read"
    case .notHTTP(let reason):
      "\(endpoint) answered with something that is not HTTP (\(reason)); \(advice(endpoint))"
    case .notAnAnswer(let kind, let detail):
      "\(endpoint) answered with something that is not a \(words(kind)) answer (\(detail)); "
        + "check the address and the API version"
    case .noCount: "\(endpoint) did not say how many tasks there are; check the API version"
    case .calledOff: "the call to \(endpoint) was called off"
    case .pausing: "\(endpoint) asked for a pause because of too many calls"
    case .openSecret:
      "nothing was sent to \(endpoint): there is a secret in it, for all on the way to read; "
        + "use https, or set allow_plain_http in the profile"
    case .keyGuarded(let key, let end):
      "nothing is sent to \(endpoint) with the access key \(key) until \(end) UTC, because "
        + "more refused calls would lock it; check the secret key"
    }
  }

  func words(_ fault: IdentityFault) -> String {
    switch fault {
    case .refused(let wish): "refused \(words(wish))"
    case .unaccepted(let wish): "did not accept \(words(wish))"
    case .throttled: "has too many requests; wait a moment"
    case .trouble: "has trouble"
    case .noProject(let name):
      "knows no project named '\(name)' for these credentials; check the region; "
        + "say which one with --project-id"
    case .manyProjects(let name, let count):
      "knows \(count) projects named '\(name)'; say which one with --project-id"
    case .notAnAnswer:
      "answered with something that is not an identity service's answer; "
        + "check iam_endpoint and region"
    }
  }

  func words(_ untried: Untried) -> String {
    switch untried {
    case .afterRefusal: "not tried, because the credentials were refused"
    case .calledOff: "not tried, because it was called off"
    case .agreedOnce: "not done again, as the answer to one question counts once"
    case .calledOffLate: "called off; what was sent is not undone"
    }
  }

  private func words(_ wish: IdentityWish) -> String {
    switch wish {
    case .project(let region):
      "to look up the project of '\(region)' with these credentials; "
        + "check them, or give --project-id"
    case .login(let user, let account):
      "the login of '\(user)' (account '\(account)'); check user, account, password and region"
    case .temporaryKeys: "to give temporary keys for this token; log in again"
    }
  }

  private func words(_ fault: TLSFault) -> String {
    switch fault {
    case .plain: "does not speak TLS at this port; give http:// or another port"
    case .unknownSigner:
      "shows a certificate that nobody known here has signed, or that is out of date; check the "
        + "address, this machine's clock and its certificates"
    case .otherHost: "shows a certificate for another host; check the address"
    case .noSafeVersion: "speaks no version of TLS that is safe; ask its operator"
    case .other(let text):
      "could not be asked securely (\(text)); check the address and the network"
    }
  }

  private func words(_ kind: CallFault.AnswerKind) -> String {
    switch kind {
    case .v1: "v1"
    case .v2: "v2"
    case .versions: "version list"
    }
  }

  private func advice(_ endpoint: Endpoint) -> String {
    endpoint.isSocket ? "start the service with 'ferry serve'" : "check the address and the network"
  }
}
