import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import SyncCore

/// From an intention to the steps of a change; choices are drawn from the intention and the state alone, never from
/// anything a clock decides.
struct IntentionWriter {
  let intention: Intention
  let cast: ExploreCast
  private static let audit: EntityID = known("audit/A1")

  /// An id written in this program.
  private static func known(_ text: String) -> EntityID {
    guard let id = EntityID(text) else { preconditionFailure("not an entity id: \(text)") }
    return id
  }

  private var key: String { intention.stream.description.split(separator: ".").last.map(String.init) ?? "" }

  /// The entity it is about, as far as it can be told before anything is read: what a person who looks has on screen.
  func place(in fold: StreamFold, author: WriteAuthor) -> EntityID {
    var draw = SeededGenerator(seed: intention.draw)
    switch intention.kind {
    case .grade, .comment, .forbiddenField, .inventedOver, .wrongKind: return item(&draw)
    case .observe: return Self.known("audit/A1/observation/\(draw.pick(["1", "22"])).S1.P1")
    case .situation: return Self.known("situation/S\(draw.below(2))")
    case .evidence: return Self.known("audit/A1/evidence/E\(draw.below(3))")
    case .sheet: return Self.known("audit/A1/sheet/opening")
    case .phone, .address: return Self.known("body/\(key)")
    case .profile: return Self.known("dossier/\(key)")
    case .nonConformity: return Self.known("nonconformity/N\(draw.below(3))")
    case .decide: return Self.known("decision/D\(draw.below(2))")
    case .delete, .restore:
      return draw.chance(80) ? item(&draw) : Self.known("audit/A1/evidence/E\(draw.below(3))")
    case .settle: return conflict(in: fold, author: author)?.entity ?? Self.audit
    case .assignMore, .unassign: return Self.known("assignment/\(draw.pick(cast.team))")
    case .startedOn, .sites, .interview, .summary, .close, .present, .openUnplanned, .plan, .serverOnly:
      return Self.audit
    }
  }

  /// The steps; none when there is nothing to do.
  func steps(_ desk: CaptureDesk) -> [SyncCore.Operation] {
    var draw = SeededGenerator(seed: intention.draw)
    let place = place(in: desk.fold, author: desk.author)
    // The first draws went into the place.
    for _ in 0..<3 { _ = draw.next() }
    switch intention.kind {
    case .grade: return [write("grade", on: place, .string(draw.pick(grades)), desk)]
    case .comment: return [desk.write("comment", on: place, .string(sentence(&draw)))]
    case .summary: return [desk.write("summary", on: place, .string(sentence(&draw)))]
    case .observe: return [desk.write("text", on: place, .string(sentence(&draw)))]
    case .situation:
      return [
        write("subject", on: place, "address", desk),
        write("observed", on: place, .string(draw.pick(["rue A", "rue B", "rue C"])), desk),
      ]
    case .startedOn: return [write("startedOn", on: place, .string(draw.pick(["2026-05-12", "2026-05-13"])), desk)]
    case .sites: return [member("sites", on: place, .string(draw.pick(["S1", "S2", "S3"])), desk)].compactMap { $0 }
    case .interview: return desk.interview(place, with: "direction", site: "S1", text: sentence(&draw))
    case .phone: return [desk.write("phone", on: place, .string("+33 1 99 00 00 0\(draw.below(10))"))]
    case .evidence:
      return [
        write("title", on: place, .string(draw.pick(["plan", "registre"])), desk),
        .add("indicators", on: place, value: .integer(Int64(draw.below(3) + 1))),
      ]
    case .sheet:
      return [
        write("heldOn", on: place, .string(draw.pick(["2026-05-12", "2026-05-13"])), desk),
        .add("participants", on: place, value: .string(draw.pick(["direction", "formation"]))),
      ]
    case .delete:
      return desk.fold.entities[place] == nil ? [] : [.delete(place, seen: desk.seen, over: lives(place, desk))]
    case .restore: return lives(place, desk).isEmpty ? [] : [.restore(place, over: lives(place, desk))]
    case .settle: return settling(desk, &draw)
    case .close: return closing(desk)
    case .present: return [desk.request("report.present", on: place)]
    case .openUnplanned: return desk.startUnplanned(place, kind: "initial", on: "2026-05-12", pack: "qualiopi-2026-01")
    case .plan, .profile, .address, .nonConformity, .decide, .assignMore, .unassign: return office(place, desk, &draw)
    case .forbiddenField, .inventedOver, .wrongKind, .serverOnly: return crafted(place, desk, &draw)
    }
  }

  // MARK: the office

  private func office(_ place: EntityID, _ desk: CaptureDesk, _ draw: inout SeededGenerator) -> [SyncCore.Operation] {
    switch intention.kind {
    case .plan:
      guard desk.fold.entities[place] == nil else {
        let days = draw.pick(["2026-05-12", "2026-05-13", "2026-05-14"])
        return [write("days", on: place, .sorted([("first", .string(days)), ("last", .string(days))]), desk)]
      }
      return desk.plan(
        AuditPlan(
          kind: "surveillance", mode: "on-site", firstDay: "2026-05-12", lastDay: "2026-05-13", lead: cast.lead,
          team: cast.team, sites: [], samples: [], scope: [1, 22], documents: [], guide: "9",
          pack: "qualiopi-2026-01"), as: place)
    case .profile: return [write("validFrom", on: place, .string(draw.pick(["2025-01-01", "2025-02-01"])), desk)]
    case .address: return [write("address", on: place, .string(draw.pick(["rue A", "rue B"])), desk)]
    case .nonConformity:
      return [
        write("indicator", on: place, .integer(Int64(draw.pick([1, 22]))), desk),
        write("grade", on: place, .string(draw.pick(["minor", "major"])), desk),
      ]
    case .decide: return desk.decide(place, audit: Self.audit, outcome: "favourable", motive: nil).withoutDisputes(desk)
    case .assignMore:
      return [member("streams", on: place, .string(target(&draw)), desk, removes: false)].compactMap { $0 }
    default: return [member("streams", on: place, .string(target(&draw)), desk, removes: true)].compactMap { $0 }
    }
  }

  /// What an assignment is about; the intention itself stands in the office's stream.
  private func target(_ draw: inout SeededGenerator) -> String {
    draw.pick(["dossier.qualiopi.\(ExploreWorld.body)", "dossier.certifiag.\(ExploreWorld.body)"])
  }

  // MARK: what must be refused

  private func crafted(_ place: EntityID, _ desk: CaptureDesk, _ draw: inout SeededGenerator) -> [SyncCore.Operation] {
    switch intention.kind {
    case .forbiddenField:
      if desk.author.roles.contains(.office) { return [.set("grade", on: place, to: "conform", over: [], motive: nil)] }
      return [.set("validFrom", on: Self.known("dossier/\(key)"), to: "2020-01-01", over: [], motive: nil)]
    case .inventedOver:
      let invented = ChangeID(replica: ReplicaID(bits: draw.next()), seq: 1 + draw.below(9))
      return [.set("lack", on: place, to: "invented", over: [invented], motive: nil)]
    case .wrongKind: return [.add("grade", on: place, value: "conform")]
    default: return [.state("stage", on: place, to: "done", over: [])]
    }
  }

  // MARK: parts

  private var isCertifIAG: Bool { intention.stream.description.hasPrefix("dossier.certifiag.") }

  private func item(_ draw: inout SeededGenerator) -> EntityID {
    isCertifIAG
      ? Self.known("audit/A1/point/CP-0\(draw.below(3) + 1)")
      : Self.known("audit/A1/item/\(draw.pick(["1", "22", "17"]))")
  }

  private var grades: [String] {
    isCertifIAG ? ["serious-gap", "gap", "conform"] : ["major", "minor", "conform", "not-audited", "unheard-of"]
  }

  /// Three words, one of which is another than usual: concurrent edits sometimes touch and sometimes do not.
  private func sentence(_ draw: inout SeededGenerator) -> String {
    var words = ["le", "registre", "est", "tenu", "à", "jour"]
    words[draw.below(words.count)] = draw.pick(["vu", "signé", "absent"])
    return words.joined(separator: " ")
  }

  /// A write as the program makes it: over a visible divergence it carries the reason a settling needs.
  private func write(
    _ field: FieldName, on entity: EntityID, _ value: JSONValue, _ desk: CaptureDesk
  ) -> SyncCore.Operation {
    let heads = desk.fold.field(field, of: entity, schema: AuditSchema.current)?.heads ?? []
    let isDisputed = Set(heads.map(\.value)).count > 1
    return desk.write(field, on: entity, value, motive: isDisputed ? "vu sur place" : nil)
  }

  /// Adds a member, or takes it out where it is already there.
  private func member(
    _ field: FieldName, on entity: EntityID, _ value: JSONValue, _ desk: CaptureDesk, removes: Bool? = nil
  ) -> SyncCore.Operation? {
    let members = desk.fold.field(field, of: entity, schema: AuditSchema.current)?.members ?? []
    guard let held = members.first(where: { $0.value == value }) else {
      return removes == true ? nil : .add(field, on: entity, value: value)
    }
    return removes == false ? nil : .remove(field, on: entity, value: value, over: held.additions)
  }

  private func lives(_ entity: EntityID, _ desk: CaptureDesk) -> [ChangeID] {
    desk.fold.entity(entity, schema: AuditSchema.current)?.lifeHeads ?? []
  }

  private func closing(_ desk: CaptureDesk) -> [SyncCore.Operation] {
    let graded = ["1", "22"].compactMap { number -> SyncCore.Operation? in
      let item = Self.known("audit/A1/item/\(number)")
      let shown = desk.fold.field("grade", of: item, schema: AuditSchema.current)?.shown
      return shown == "conform" ? nil : write("grade", on: item, "conform", desk)
    }
    let isStarted = desk.fold.field("startedOn", of: Self.audit, schema: AuditSchema.current) != nil
    return (isStarted ? [] : [desk.write("startedOn", on: Self.audit, "2026-05-12")]) + graded
      + [desk.request("audit.close", on: Self.audit)]
  }

  /// The divergence a person turns to: one they may settle, by its place and not by its order of display.
  private func conflict(in fold: StreamFold, author: WriteAuthor) -> Divergence? {
    let open = Divergence.all(in: fold, reader: author).filter { $0.maySettle && $0.field != nil }
    return open.isEmpty ? nil : open[Int(intention.draw % UInt64(open.count))]
  }

  private func settling(_ desk: CaptureDesk, _ draw: inout SeededGenerator) -> [SyncCore.Operation] {
    guard let open = conflict(in: desk.fold, author: desk.author), let field = open.field, let conflict = open.conflict
    else { return [] }
    let values = conflict.values.sorted {
      JSONWriter.bytes($0).lexicographicallyPrecedes(JSONWriter.bytes($1))
    }
    return [desk.write(field, on: open.entity, draw.pick(values), motive: "vu avec l'équipe")]
  }
}

extension [SyncCore.Operation] {
  /// Gives each write over a visible divergence the reason a settling needs.
  fileprivate func withoutDisputes(_ desk: CaptureDesk) -> [SyncCore.Operation] {
    map { step in
      guard case .set(let field, let on, let to, let over, nil) = step,
        let heads = desk.fold.field(field, of: on, schema: AuditSchema.current)?.heads,
        Set(heads.map(\.value)).count > 1
      else { return step }
      return .set(field, on: on, to: to, over: over, motive: "vu sur place")
    }
  }
}
