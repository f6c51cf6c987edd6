// swift-tools-version: 6.2
import PackageDescription

// The rooms of Constat, from the floor up (Sources/README.md is the map). Imports point strictly down:
// Tests/run.sh builds with `--explicit-target-dependency-import-check error`, which refuses any import
// that is not declared here.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioConcurrencyHelpers = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
  name: "constat",
  products: [
    .library(name: "ConstatMerge", targets: ["SyncCore"]),
    .library(name: "ConstatModel", targets: ["WorkingDays", "AuditModel", "AuditSchema", "SchemeRules"]),
    .library(
      name: "ConstatClient", targets: ["SyncProtocol", "AuditDesk", "ReplicaStore", "FieldClient", "HTTPTransport"]),
    .executable(name: "constat", targets: ["constat"]),
    .executable(name: "constat-server", targets: ["constat-server"]),
    .executable(name: "constat-sim", targets: ["constat-sim"]),
  ],
  traits: [
    .trait(name: "FullScreen", description: "The full-screen terminal client (needs libncurses-dev)."),
    .default(enabledTraits: ["FullScreen"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    // 0 arithmetic
    room("WorkingDays"),
    room("SyncCore", [crypto]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room("Gzip", ["CZlib"]),
    // 1 words
    room("AuditModel", ["SyncCore", "WorkingDays"]),
    room("SyncProtocol", ["SyncCore"]),
    // 2 meaning
    room("AuditSchema", ["AuditModel", "SyncCore", "WorkingDays"]),
    room("SchemeRules", ["AuditModel", "AuditSchema", "SyncCore", "WorkingDays"]),
    // between meaning and engines: what people read and write of it, and the printed report
    room("AuditDesk", ["AuditModel", "AuditSchema", "SchemeRules", "SyncCore", "WorkingDays"]),
    room(
      "AuditReport",
      ["AuditDesk", "AuditModel", "AuditSchema", "SchemeRules", "SyncCore", "WorkingDays", mustache]),
    // 3 engines
    room("ReplicaStore", ["SyncCore", "SyncProtocol", crypto, grdb, grdbSQLite]),
    room(
      "ServerCore",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "SchemeRules", "AuditDesk", "WorkingDays", crypto,
        cryptoExtras, jwtKit,
      ]),
    // 4 rims
    room(
      "FieldClient",
      ["SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "AuditDesk", "ReplicaStore", crypto]),
    // loads libcurl when a transport is made; builds against its header (Debian: libcurl4-openssl-dev)
    .target(name: "CCurl"),
    room("HTTPTransport", ["CCurl", "Gzip", "SyncProtocol"]),
    room("ServerStorage", ["SyncCore", "SyncProtocol", "ServerCore", "WorkingDays", grdb, grdbSQLite]),
    room(
      "ServerHTTP",
      [
        "Gzip", "SyncCore", "SyncProtocol", "ServerCore", "WorkingDays", hummingbird, hummingbirdCore, hummingbirdTLS,
        httpTypes,
        nioCore, nioHTTPTypes, nioSSL, logging, serviceLifecycle, unixSignals,
      ]),
    room(
      "OfficeConsole",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "SchemeRules", "AuditDesk", "AuditReport",
        "WorkingDays", "ServerCore", "ServerHTTP", mustache,
      ]),
    room("Terminal", ["SyncCore", "AuditModel"]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    // between rims and programs: what all programs share, and both sides in one process
    room("CommandLineProgram", ["AuditModel", "Terminal", arguments]),
    room(
      "Simulation",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "SchemeRules", "WorkingDays", "ReplicaStore",
        "AuditDesk", "ServerCore", "FieldClient", crypto, yams,
      ]),
    // 5 programs
    program(
      "constat",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "SchemeRules", "WorkingDays", "ReplicaStore",
        "AuditDesk", "AuditReport", "FieldClient", "HTTPTransport", "Terminal", "CommandLineProgram", arguments, crypto,
        .target(name: "CNcurses", condition: .when(traits: ["FullScreen"])),
      ]),
    program(
      "constat-server",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "SchemeRules", "WorkingDays", "ServerCore",
        "ServerStorage", "ServerHTTP", "OfficeConsole", "Terminal", "CommandLineProgram", arguments, logging,
      ]),
    program(
      "constat-sim",
      [
        "SyncCore", "SyncProtocol", "AuditModel", "AuditSchema", "AuditDesk", "ServerCore", "FieldClient",
        "HTTPTransport", "ServerStorage", "ServerHTTP", "OfficeConsole", "Simulation", "Terminal", "CommandLineProgram",
        "Gzip", "WorkingDays", arguments, crypto, grdbSQLite,
      ]),
    // the client libraries in another program
    .executableTarget(
      name: "EmbeddedClient",
      dependencies: [
        "SyncCore", "AuditModel", "AuditSchema", "AuditDesk", "ReplicaStore", "FieldClient", "HTTPTransport",
      ],
      path: "Examples/EmbeddedClient", swiftSettings: strict),
    // what tests share, and no program sees
    .target(
      name: "TestSupport", dependencies: ["SyncCore", "SyncProtocol", crypto], path: "Tests/Support",
      swiftSettings: strict),
    .target(
      name: "StoreTestSupport", dependencies: ["ReplicaStore", "SyncCore", "SyncProtocol", crypto],
      path: "Tests/StoreSupport",
      swiftSettings: strict),
    // tests, one folder a room
    tests("GzipTests", ["Gzip", "CZlib", "TestSupport"]),
    tests(
      "SimulationTests",
      [
        "AuditDesk", "AuditModel", "AuditSchema", "FieldClient", "ReplicaStore", "SchemeRules", "ServerCore",
        "Simulation", "SyncCore", "SyncProtocol", "TestSupport", "WorkingDays", crypto,
      ]),
    tests("WorkingDaysTests", ["WorkingDays"]),
    tests("SyncCoreTests", ["SyncCore", "TestSupport", crypto]),
    tests("SyncProtocolTests", ["SyncProtocol", "SyncCore", "TestSupport"]),
    tests("AuditSchemaTests", ["AuditSchema", "AuditModel", "SyncCore", "TestSupport"]),
    tests("SchemeRulesTests", ["AuditModel", "AuditSchema", "SchemeRules", "SyncCore", "TestSupport", "WorkingDays"]),
    tests(
      "AuditDeskTests",
      ["AuditDesk", "AuditModel", "AuditSchema", "SchemeRules", "SyncCore", "TestSupport", "WorkingDays"]),
    tests(
      "ReplicaStoreTests",
      ["ReplicaStore", "StoreTestSupport", "SyncCore", "SyncProtocol", "TestSupport", grdb, grdbSQLite, crypto]),
    tests("ServerCoreTests", ["ServerCore", "SyncCore", "SyncProtocol", "TestSupport"]),
    tests(
      "LedgerConformanceTests",
      [
        "ServerCore", "ServerStorage", "SyncCore", "SyncProtocol", "AuditDesk", "AuditModel", "AuditSchema",
        "SchemeRules", "TestSupport", "WorkingDays", crypto, grdb,
      ]),
    tests(
      "FieldClientTests",
      [
        "AuditDesk", "FieldClient", "ReplicaStore", "StoreTestSupport", "SyncCore", "SyncProtocol", "AuditModel",
        "AuditSchema", "TestSupport", crypto, grdb,
      ]),
    tests(
      "OfficeConsoleTests",
      [
        "OfficeConsole", "ServerCore", "ServerHTTP", "AuditDesk", "AuditModel", "AuditSchema", "SchemeRules",
        "SyncCore", "SyncProtocol", "TestSupport", "WorkingDays", crypto, mustache,
      ]),
    tests("HTTPTransportTests", ["CCurl", "Gzip", "HTTPTransport", "SyncProtocol"]),
    tests("ConstatTests", ["constat", "AuditModel", "SchemeRules", "SyncCore", "TestSupport", arguments]),
    tests("ConstatSimTests", ["constat-sim", "SyncCore"]),
    tests("CommandLineProgramTests", ["CommandLineProgram", arguments]),
    tests("TerminalTests", ["Terminal", "AuditModel", "SyncCore"]),
    tests(
      "ServerHTTPTests",
      [
        "AuditModel", "Gzip", "SyncCore", "SyncProtocol", "ServerCore", "ServerHTTP", hummingbird, hummingbirdCore,
        hummingbirdTesting, hummingbirdTLS, nioConcurrencyHelpers, httpTypes, nioCore, nioPosix, nioSSL, logging,
        serviceLifecycle, "TestSupport", "WorkingDays", crypto, yams,
      ]),
  ]
)
