import OMSWire

/// The members of what is asked of the identity service, on all levels.
private enum IdentityMember: String, WireMember {
  case auth, identity, methods, password, user, name, id, domain, scope, project, token
  case seconds = "duration_seconds"

  static let names = MemberNames<IdentityMember> { $0.rawValue }
}

private typealias Members = MemberWriter<IdentityMember>

extension WireBody {
  /// A login with a password.
  static func login(_ login: Login) -> WireBody {
    identity(by: "password") { identity in
      identity.object(.password) { password in
        password.object(.user) { user in
          user.write(.name, login.user)
          user.write(.password, login.password)
          user.object(.domain) { $0.write(.name, login.account) }
        }
      }
    } scope: { auth in
      auth.object(.scope) { scope in
        scope.object(.project) { project in
          switch login.scope {
          case .name(let name): project.write(.name, name)
          case .id(let id): project.write(.id, id)
          }
        }
      }
    }
  }

  /// A request for temporary keys; the token is in a header.
  static func temporaryKeys(for seconds: Int64) -> WireBody {
    identity(by: "token") { identity in
      identity.object(.token) { $0.write(.seconds, seconds) }
    } scope: { _ in
    }
  }

  private static func identity(
    by method: String, _ write: (inout Members) -> Void, scope: (inout Members) -> Void
  ) -> WireBody {
    WireBody { writer in
      writer.object(IdentityMember.self) { body in
        body.object(.auth) { auth in
          auth.object(.identity) { identity in
            identity.write(.methods, [method])
            write(&identity)
          }
          scope(&auth)
        }
      }
    }
  }
}

extension Members {
  fileprivate mutating func object(_ member: IdentityMember, _ write: (inout Members) -> Void) {
    self.write(member) { $0.object(IdentityMember.self, write) }
  }
}
