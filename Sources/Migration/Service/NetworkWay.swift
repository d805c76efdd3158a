/// The way to a service: through which proxy, and whose word for its certificate counts.
public struct NetworkWay: Hashable, Sendable {
  /// What calls go through; `nil` is the straight way.
  public var proxy: Proxy?
  /// Who may have signed the service's certificate.
  public var authorities = Authorities()

  /// The straight way, on which the system's authorities count.
  public init() {}
}

/// Authorities whose word for a certificate counts.
public struct Authorities: Hashable, Sendable {
  /// A file of certificates (PEM), or a directory of such files.
  public struct Source: Hashable, Sendable {
    /// Where it is.
    public var path: String
    /// The variable or key that names it.
    public var setting: String

    /// The file or directory at `path`, which `setting` names.
    public init(path: String, setting: String) {
      self.path = path
      self.setting = setting
    }
  }

  /// Where their certificates are.
  public var sources: [Source] = []
  /// Whether the system's authorities count as well.
  public var includesSystem = true

  /// Those of the system.
  public init() {}
}
