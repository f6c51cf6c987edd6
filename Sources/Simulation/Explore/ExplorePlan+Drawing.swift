import AuditModel
import SyncCore

/// Names that every run has in common.
enum ExploreWorld {
  /// The bodies audited, by numbers with right check keys.
  static let body = "900014812"
  static let otherBody = "900014440"

  static func stream(_ text: String) -> StreamID {
    guard let stream = StreamID(text) else { preconditionFailure("not a stream: \(text)") }
    return stream
  }

  static let qualiopi = stream("dossier.qualiopi.\(body)")
  static let certifIAG = stream("dossier.certifiag.\(body)")
  static let organisation = stream("organisation.\(body)")
  static let unplanned = stream("dossier.qualiopi.\(otherBody)")
}

extension ExplorePlan {
  /// Draws a plan: the same for the same seed.
  public init(seed: UInt64) {
    var drawing = PlanDrawing(seed: seed)
    self = drawing.plan()
  }
}

/// Draws one plan.
private struct PlanDrawing {
  let seed: UInt64
  var draw: SeededGenerator
  var people: [ExplorePlan.Person] = []
  var devices: [ExplorePlan.Device] = []
  var copies: [ExplorePlan.Device] = []
  var assigned = [ExploreWorld.qualiopi]

  /// Faults are frequent in some runs, rare in others: both kinds of weather find different things.
  var faultPercent = 0

  init(seed: UInt64) {
    self.seed = seed
    draw = SeededGenerator(seed: seed ^ 0x636F_6E73_7461_7400)
  }

  mutating func plan() -> ExplorePlan {
    let names = ["anne", "bruno", "claire"].prefix(1 + draw.below(3))
    people = names.map { ExplorePlan.Person(name: $0, roles: [.auditor]) }
    people.append(ExplorePlan.Person(name: "office", roles: [.office]))
    devices = names.map { ExplorePlan.Device(name: "\($0)-laptop", person: $0) }
    if devices.count < 3, draw.chance(40) { devices.append(ExplorePlan.Device(name: "anne-tablet", person: "anne")) }
    devices.append(ExplorePlan.Device(name: "desk", person: "office"))
    if draw.chance(50) { assigned.append(ExploreWorld.certifIAG) }
    faultPercent = draw.pick([0, 20, 45, 70])
    var steps: [ExploreStep] = [
      .capture(device: "desk", intention(.plan, ExploreWorld.qualiopi, looks: false)),
      .sync(device: "desk", faults: [], during: nil),
    ]
    for device in devices.dropLast() where draw.chance(80) {
      steps.append(.sync(device: device.name, faults: [], during: nil))
    }
    for _ in 0..<(30 + draw.below(51)) { steps += next() }
    return ExplorePlan(
      seed: seed, people: people, devices: devices, assigned: assigned, unplanned: ExploreWorld.unplanned,
      steps: steps)
  }

  // MARK: steps

  /// One step, or the few that lead an audit to its report: chance alone seldom gets there.
  private mutating func next() -> [ExploreStep] {
    guard draw.chance(3) else { return [step()] }
    let device = "anne-laptop"
    let sync = ExploreStep.sync(device: device, faults: [], during: nil)
    return [
      sync, .capture(device: device, intention(.close, ExploreWorld.qualiopi, looks: true)), sync,
      .capture(device: device, intention(.present, ExploreWorld.qualiopi, looks: true)),
      .sync(device: device, faults: faults(), during: nil),
    ]
  }

  private mutating func step() -> ExploreStep {
    let device = draw.pick(devices + copies)
    switch draw.below(100) {
    case ..<52: return .capture(device: device.name, intention(of: device))
    case ..<76:
      let during = draw.chance(15) ? intention(of: device) : nil
      return .sync(device: device.name, faults: faults(), during: during)
    case ..<80: return .crash(device: device.name, faults: faults(atMost: 2))
    case ..<83: return .kill(device: device.name)
    case ..<85: return .restart(device: device.name)
    case ..<87: return .restartServer
    case ..<90: return .skew(device: device.name, days: draw.pick([-10_000, -400, 0, 1, 4_000, 12_000]))
    case ..<93: return .wait(hours: 1 + draw.below(48))
    case ..<95:
      return .assign(
        person: draw.pick(people.dropLast()).name,
        stream: draw.pick([ExploreWorld.qualiopi, ExploreWorld.certifIAG, ExploreWorld.unplanned]))
    case ..<97: return handover(from: device)
    default: return clone(device)
    }
  }

  private mutating func handover(from device: ExplorePlan.Device) -> ExploreStep {
    let others = (devices + copies).filter { $0.name != device.name }
    return .handover(from: device.name, to: draw.pick(others).name, stream: draw.pick(assigned))
  }

  private mutating func clone(_ device: ExplorePlan.Device) -> ExploreStep {
    guard copies.count < 2 else { return .restart(device: device.name) }
    let copy = ExplorePlan.Device(name: "copy-\(copies.count + 1)", person: device.person)
    copies.append(copy)
    return .clone(device: device.name, copy: copy.name)
  }

  private mutating func faults(atMost count: Int = 5) -> [LinkFault?] {
    (0..<draw.below(count + 1)).map { _ in draw.chance(faultPercent) ? fault() : nil }
  }

  private mutating func fault() -> LinkFault {
    switch draw.below(9) {
    case 0: .offline
    case 1: .requestLost
    // Shorter than any whole body, so that a wrong clock, which prints more or fewer digits, cuts the same requests.
    case 2: .requestCut(bytes: draw.below(80))
    case 3: .responseLost
    case 4: .responseCut(bytes: draw.below(140))
    case 5: .duplicated
    case 6: .delayed
    case 7: .foreign
    default: .serverRestart
    }
  }

  // MARK: intentions

  private mutating func intention(of device: ExplorePlan.Device) -> Intention {
    let looks = draw.chance(70)
    if draw.chance(5) {
      return intention(
        draw.pick([.forbiddenField, .inventedOver, .wrongKind, .serverOnly]), ExploreWorld.qualiopi, looks: looks)
    }
    let kinds: [Intention.Kind] =
      device.person == "office"
      ? [
        .plan, .profile, .address, .nonConformity, .decide, .assignMore, .unassign, .phone, .sites, .settle, .delete,
        .restore,
      ]
      : [
        .grade, .grade, .grade, .comment, .comment, .observe, .situation, .situation, .startedOn, .sites, .interview,
        .phone, .evidence, .sheet, .summary, .delete, .restore, .settle, .settle, .close, .present, .openUnplanned,
      ]
    let kind = draw.pick(kinds)
    return intention(kind, stream(of: kind), looks: looks || kind == .settle)
  }

  private mutating func intention(_ kind: Intention.Kind, _ stream: StreamID, looks: Bool) -> Intention {
    Intention(kind: kind, stream: stream, draw: draw.next(), looks: looks)
  }

  private mutating func stream(of kind: Intention.Kind) -> StreamID {
    switch kind {
    case .situation, .phone, .address: ExploreWorld.organisation
    case .assignMore, .unassign: .office
    case .openUnplanned: ExploreWorld.unplanned
    case .grade, .comment, .sites, .interview, .delete, .restore:
      draw.chance(75) ? ExploreWorld.qualiopi : draw.pick(assigned + [ExploreWorld.unplanned])
    case .settle: draw.pick([ExploreWorld.qualiopi, ExploreWorld.qualiopi, ExploreWorld.organisation])
    default: ExploreWorld.qualiopi
    }
  }
}
