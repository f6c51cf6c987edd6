import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// The forms somebody may fill in from where they are, as links.
struct ActOffers {
  let stream: StreamID
  let roles: Set<Role>
  let phrasing: Phrasing
  /// What the state lets come next; nil where there is no dossier.
  var reach: ActReach?

  /// One link.
  struct Offer {
    let form: ActForm
    let path: String
    /// Whether it asks for an act that the state and the reader's authority allow now.
    let isNext: Bool
  }

  init(stream: StreamID, roles: Set<Role>, phrasing: Phrasing) {
    self.stream = stream
    self.roles = roles
    self.phrasing = phrasing
  }

  /// What somebody may fill in in a dossier, by its state.
  init(_ context: ActContext, for actor: ActActor, phrasing: Phrasing) {
    self.init(stream: context.dossier.stream, roles: actor.roles, phrasing: phrasing)
    if ActPlace.hasReach(stream) { reach = ActReach(context, for: actor) }
  }

  /// The forms that make something new in the stream, and those about the entities there is one of.
  func ofStream(one entities: [EntityID] = []) -> [Offer] {
    let made = ActPlace.creating(in: stream, for: roles).map { form in
      Offer(form: form, path: ConsolePath.act(form, stream), isNext: isNext(form, on: nil))
    }
    return made + entities.flatMap { on($0) }
  }

  /// The forms about an entity, what the state allows first, and those that make something of it: a correction, a decision on an audit.
  func on(_ entity: EntityID) -> [Offer] {
    let type = entity.typePath
    let about = ActPlace.about(type, in: stream, for: roles).map {
      Offer(form: $0, path: ConsolePath.act($0, stream, on: entity), isNext: isNext($0, on: entity))
    }
    let from = ActPlace.creating(in: stream, for: roles).compactMap { form -> Offer? in
      guard form.entityType == type || type == "audit", !about.contains(where: { $0.form.name == form.name }),
        let input = Self.subject(of: form, type)
      else { return nil }
      return Offer(
        form: form, path: ConsolePath.act(form, stream, given: [(input.name, entity.description)]),
        isNext: isNext(form, on: type == "audit" ? entity : nil))
    }
    return (about + from).filter(\.isNext) + (about + from).filter { !$0.isNext }
  }

  private func isNext(_ form: ActForm, on entity: EntityID?) -> Bool {
    guard let reach, let act = form.act.flatMap({ ActCatalogue.act(named: $0.description) }) else { return false }
    return reach.isNext(act, on: entity)
  }

  /// The input that asks for an entity of a type: what the form would be about.
  private static func subject(of form: ActForm, _ type: String) -> ActInput? {
    form.inputs.first { if case .entity(type) = $0.kind { true } else { false } }
  }

  // MARK: values

  /// The links for the partial `act-offers`: what the state allows now, and behind it everything else.
  func values(_ offers: [Offer]) -> [String: Any] {
    let (next, others) = (offers.filter(\.isNext), offers.filter { !$0.isNext })
    return [
      "hasOffersHere": !offers.isEmpty, "hasNext": !next.isEmpty, "nextOffers": next.map { values($0) },
      "hasOthers": !others.isEmpty, "offerGroups": groups(others),
    ]
  }

  /// The links under the type of thing each is about.
  private func groups(_ offers: [Offer]) -> [[String: Any]] {
    var groups: [(type: String, offers: [Offer])] = []
    for offer in offers {
      if let place = groups.firstIndex(where: { $0.type == offer.form.entityType }) {
        groups[place].offers.append(offer)
      } else {
        groups.append((offer.form.entityType, [offer]))
      }
    }
    return groups.map { group in
      let heading = AuditSchema.current.type(group.type)?.words.text(in: phrasing.language) ?? group.type
      return ["offerHeading": capitalised(heading), "offers": group.offers.map { values($0) }]
    }
  }

  /// One link; beside a row it says for a screen reader which row it is of.
  func values(_ offer: Offer, beside row: String? = nil) -> [String: Any] {
    let words = capitalised(phrasing.sentence(offer.form.words.fr, offer.form.words.en))
    return [
      "offerPath": offer.path, "offerWords": words, "offerLabel": row.map { "\(words) — \($0)" } as Any? ?? false,
    ]
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
