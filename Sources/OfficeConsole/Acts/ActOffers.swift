import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// The forms somebody may fill in from where they are, as links.
struct ActOffers {
  let stream: StreamID
  let roles: Set<Role>
  let phrasing: Phrasing

  /// One link.
  struct Offer {
    let form: ActForm
    let path: String
  }

  /// The forms that make something new in the stream, and those about the entities there is one of.
  func ofStream(one entities: [EntityID] = []) -> [Offer] {
    let made = ActPlace.creating(in: stream, for: roles).map { Offer(form: $0, path: ConsolePath.act($0, stream)) }
    return made + entities.flatMap { on($0) }
  }

  /// The forms about an entity, and those that make something of it: a correction, a decision on an audit.
  func on(_ entity: EntityID) -> [Offer] {
    let type = entity.typePath
    let about = ActPlace.about(type, in: stream, for: roles).map {
      Offer(form: $0, path: ConsolePath.act($0, stream, on: entity))
    }
    let from = ActPlace.creating(in: stream, for: roles).compactMap { form -> Offer? in
      guard form.entityType == type || type == "audit", !about.contains(where: { $0.form.name == form.name }),
        let input = Self.subject(of: form, type)
      else { return nil }
      return Offer(form: form, path: ConsolePath.act(form, stream, given: [(input.name, entity.description)]))
    }
    return about + from
  }

  /// The input that asks for an entity of a type: what the form would be about.
  private static func subject(of form: ActForm, _ type: String) -> ActInput? {
    form.inputs.first { if case .entity(type) = $0.kind { true } else { false } }
  }

  // MARK: values

  /// The links under the type of thing each is about, for the partial `act-offers`.
  func groups(_ offers: [Offer]) -> [[String: Any]] {
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
