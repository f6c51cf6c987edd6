import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
public import ServerCore
import ServiceLifecycle
import UnixSignals

/// The HTTP rim of one tenant: endpoints, limits, TLS and a graceful stop around a `SyncService`.
///
/// Long-polls held at a stop are answered at once; what is still being answered has `HTTPLimits.stopTime`.
public struct HTTPServer<Core: SyncService>: Sendable {
  let core: Core
  let clock: any ServerClock
  let hasTestClock: Bool
  let address: ListenAddress
  let tls: TLSIdentity?
  let limits: HTTPLimits
  let waits: any Clock<Duration>
  let pages: (any PageService)?
  let sweep: NightlySweep?
  let logger: Logger
  let hub: LongPollHub
  let events: HeldPlaces<Core.Caller>
  let metrics = ServerMetrics()

  /// Puts a server together; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - clock: what `/healthz` and cursors tell.
  ///   - hasTestClock: whether `clock` is another than the system's.
  ///   - pages: what people open in a browser; nil for a server of the protocol alone.
  ///   - sweep: the broom of automatic effects; nil where somebody else sweeps.
  ///   - waits: what long-polls, body deadlines and refreshes are measured by.
  /// - Throws: `ServerStartFault` for plain text or a test clock beyond loopback.
  public init(
    core: Core, clock: any ServerClock, hasTestClock: Bool = false, address: ListenAddress, tls: TLSIdentity? = nil,
    pages: (any PageService)? = nil, sweep: NightlySweep? = nil, limits: HTTPLimits = HTTPLimits(),
    waits: any Clock<Duration> = ContinuousClock(),
    logger: Logger
  ) throws(ServerStartFault) {
    if !address.isLoopback {
      guard tls != nil else { throw .plainTextBeyondLoopback(address) }
      guard !hasTestClock else { throw .testClockBeyondLoopback(address) }
    }
    self.core = core
    self.clock = clock
    self.hasTestClock = hasTestClock
    self.address = address
    self.tls = tls
    self.limits = limits
    self.pages = pages
    self.sweep = sweep
    self.waits = waits
    self.logger = logger
    hub = LongPollHub(heldMax: limits.longPollsMax, clock: waits)
    events = HeldPlaces(placesMax: limits.eventStreamsMax, perCallerMax: limits.eventStreamsPerDeviceMax)
  }

  /// Serves until the task is cancelled or, with `stopsOnSignals`, SIGTERM or SIGINT arrives.
  ///
  /// - Parameters:
  ///   - stopsOnSignals: whether the process's signals are this server's.
  ///   - onReady: told the address of the web once connections are taken.
  /// - Throws: `ServerStartFault` for a certificate or key that cannot be used; what binding the port throws.
  public func run(
    stopsOnSignals: Bool = false, onReady: @escaping @Sendable (String) async -> Void
  ) async throws {
    let address = address
    let scheme = tls == nil ? "http" : "https"
    let application = try application { channel in
      await onReady("\(scheme)://\(address.url(port: channel.localAddress?.port ?? address.port))")
    }
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
    configuration.maximumGracefulShutdownDuration = limits.stopTime
    try await ServiceGroup(configuration: configuration).run()
  }

  /// The application the server runs, also what tests drive.
  func application(
    onReady: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    let limits = limits
    var services: [any Service] = [
      CommitWatcher(core: core, hub: hub),
      CommitRefresher(core: core, hub: hub, interval: limits.refreshInterval, clock: waits),
      RecoveryWatch(core: core, interval: limits.recoveryInterval, clock: waits, logger: logger),
    ]
    if let sweep { services.append(sweep) }
    let http1 = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [ConnectionGuard(limits: limits)], idleTimeout: limits.idleTime,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.headerFieldBytesMax, maxHeaderListSize: limits.headerListBytesMax,
          maxHeaderFieldCount: limits.headerFieldsMax)))
    return Application(
      router: router(), server: try tls.map { try .tls(http1, tlsConfiguration: $0.configuration()) } ?? http1,
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connectionsMax)),
      services: services,
      onServerRunning: onReady, logger: logger)
  }

  /// The endpoints, in the order of `Protocol/openapi.yaml`.
  var routes: RouteTable {
    let pages = PageResponder(
      core: core, hub: hub, events: events, clock: clock, waits: waits, limits: limits)
    func body(_ bytesMax: Int) -> BodyReader { BodyReader(bytesMax: bytesMax, time: limits.bodyTime, clock: waits) }
    let people = (self.pages?.routes ?? []).compactMap { route in
      self.pages.map { service in
        PagesEndpoint(
          service: service, route: route, body: body(limits.formBytesMax), isSecure: tls != nil, limits: limits
        ).endpoint
      }
    }
    return RouteTable(
      endpoints: [
        VersionsEndpoint(core: core).endpoint,
        LimitsEndpoint().endpoint,
        DevicesEndpoint(core: core, body: body(limits.joinBytesMax)).endpoint,
        TokenEndpoint(core: core, body: body(limits.tokenBytesMax)).endpoint,
        KeysEndpoint(core: core, body: body(limits.keyBytesMax)).endpoint,
        ExchangeEndpoint(core: core, body: body(limits.exchangeBytesMax), metrics: metrics).endpoint,
        RecoveryEndpoint(core: core, body: body(limits.recoveryBytesMax)).endpoint,
        FeedEndpoint(core: core, pages: pages).endpoint,
        StreamEndpoint(core: core, pages: pages).endpoint,
        StateEndpoint(core: core).endpoint,
        HealthEndpoint(clock: clock, hasTestClock: hasTestClock).endpoint,
        ReadyEndpoint(core: core).endpoint,
        MetricsEndpoint(core: core, metrics: metrics, hub: hub, heldEvents: { [events] in events.held }).endpoint,
      ] + people)
  }

  private func router() -> Router<HTTPContext> {
    let routes = routes
    let router = Router(context: HTTPContext.self, options: .autoGenerateHeadEndpoints)
    router.add(
      middleware: RequestBoundary(
        limits: limits, routes: routes, metrics: metrics, pages: pages, isSecure: tls != nil))
    for endpoint in routes.endpoints {
      router.on(RouterPath(endpoint.path), method: endpoint.method, use: endpoint.respond)
    }
    return router
  }
}
