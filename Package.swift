// swift-tools-version: 6.2

import PackageDescription

/// One list for every target: what can be a compile error is one.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

/// The targets without a C type or a pointer in them.
let pure = strict + [.strictMemorySafety()]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioFoundation = Target.Dependency.product(
  name: "NIOFoundationEssentialsCompat", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "ferry",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ferry", targets: ["ferry"]),
    .library(name: "OMSClient", targets: ["Migration", "OMSClient"]),
    .executable(name: "core-bench", targets: ["core-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // Ids and where they are in half the memory of a dictionary, and the first of many names.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    // Hummingbird uses it already.
    .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", path: "Modules/CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(name: "CLandlock"),
    .target(name: "Canvas", swiftSettings: pure),
    .target(
      name: "Dashboard", dependencies: ["Canvas", "Migration", "Words"], swiftSettings: pure),
    .target(
      name: "Terminal", dependencies: ["Canvas", "CNcurses", "CTerminalGuard"],
      swiftSettings: strict),
    .target(
      name: "Controller",
      dependencies: ["Canvas", "Dashboard", "Migration", "MigrationCore", "Terminal"],
      swiftSettings: strict),
    .target(name: "Migration", dependencies: [orderedCollections], swiftSettings: pure),
    .target(name: "Words", dependencies: ["Migration"], swiftSettings: pure),
    .target(name: "OMSWire", dependencies: ["Migration", crypto], swiftSettings: strict),
    .target(
      name: "OMSClient",
      dependencies: [
        "Migration", "OMSWire", "PrivateFiles", asyncHTTPClient, nioCore, nioHTTP1, nioPosix,
        nioSSL,
        system,
      ],
      swiftSettings: strict),
    .target(
      name: "MigrationCore",
      dependencies: ["Migration", "OMSClient", "PrivateFiles", subprocess, system, yams],
      swiftSettings: strict),
    .target(name: "PrivateFiles", dependencies: [system], swiftSettings: strict),
    .target(
      name: "MigrationService",
      dependencies: [
        "Migration", "OMSWire", "PrivateFiles", asyncHTTPClient, crypto, grdb, heap, httpTypes,
        hummingbird, hummingbirdCore, hummingbirdTLS,
        lifecycle, logging, metrics, nioCore, nioHTTP1, nioFoundation, nioSSL, subprocess, system,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ferry",
      dependencies: [
        "Canvas", "CLandlock", "Controller", "Dashboard", "Migration", "MigrationCore",
        "MigrationService", "OMSClient", "PrivateFiles", "Terminal", "Words",
        argumentParser, lifecycle, logging, subprocess, system, unixSignals,
      ],
      swiftSettings: strict),
    // How the library is used; it sees no more of it than a package of its own would.
    .executableTarget(
      name: "stop-tasks", dependencies: ["Migration", "OMSClient"], path: "Examples/StopTasks",
      packageAccess: false, swiftSettings: pure),
    // What 'make bench' measures the API core with; not part of any product that is installed.
    .executableTarget(
      name: "core-bench",
      dependencies: [
        "Migration", "MigrationCore", "OMSClient", "OMSWire", argumentParser, nioCore, nioHTTP1,
        nioPosix,
      ],
      path: "Benchmarks/CoreBench", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Canvas", "Migration", "Words", subprocess, system],
      swiftSettings: strict),
    // Servers on loopback that answer as a test wants.
    .target(
      name: "TestServers",
      dependencies: [
        "Migration", httpTypes, hummingbird, logging, nioCore, nioPosix, nioSSL,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Canvas", "Dashboard", "Migration", "TestSupport", "Words"],
      exclude: ["Snapshots"], swiftSettings: strict),
    // What the terminal tests run in a terminal of its own; not part of any product.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Canvas", "CNcurses", "Terminal", "TerminalProbe", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ControllerTests",
      dependencies: [
        "Canvas", "Controller", "Dashboard", "Migration", "MigrationCore", "Terminal",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MigrationTests", dependencies: ["Migration", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WordsTests", dependencies: ["Migration", "Words"], swiftSettings: strict),
    .testTarget(
      name: "OMSWireTests", dependencies: ["Migration", "OMSWire", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OMSClientTests",
      dependencies: [
        "Migration", "MigrationService", "OMSClient", "OMSWire", "TestServers", "TestSupport",
        asyncHTTPClient, httpTypes, hummingbird, nioCore, nioHTTP1, nioSSL, subprocess, system,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MigrationCoreTests",
      dependencies: [
        "Migration", "MigrationCore", "OMSClient", "PrivateFiles", "TestServers", "TestSupport",
        system,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MigrationServiceTests",
      dependencies: [
        "Migration", "MigrationService", "OMSClient", "OMSWire", "TestServers", "TestSupport",
        asyncHTTPClient,
        grdb, httpTypes, hummingbird, logging, lifecycle, metrics, nioCore, nioHTTP1, system,
        subprocess,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Migration", "MigrationService", "TestSupport"],
      path: "Tests/Simulation", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Canvas", "ferry", "Migration", "MigrationCore", "MigrationService", "OMSClient", "OMSWire",
        "PrivateFiles", "stop-tasks", "TestServers", "TestSupport", asyncHTTPClient, crypto, grdb,
        httpTypes,
        hummingbird, nioCore, nioHTTP1, subprocess, system,
      ],
      swiftSettings: strict),
  ]
)
