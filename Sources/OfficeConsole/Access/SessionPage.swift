import AuditModel
import AuditSchema
import ServerCore
import SyncCore

/// `GET /session`: who is signed in, what they may do, and the way out of here or of everywhere.
struct SessionPage: Sendable {
  let templates: PageTemplates

  var page: ConsolePage {
    .get("/session") { visit in
      let (name, roles) = try await visit.look { reading in
        (
          try reading.directory().name(of: reading.author.user) ?? reading.author.user.description,
          reading.author.roles
        )
      }
      let words = roles.map { $0.words.text(in: visit.language) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let main = templates.render(
        "session", ["name": name, "roles": words.joined(separator: ", "), "user": visit.principal.user.description],
        in: visit.language)
      return .page(title: visit.say("Votre connexion", "Your session"), main: main)
    }
  }
}

/// The session's page.
enum SessionTemplate {
  static let page = """
    <h1>[[Votre connexion|Your session]]</h1>
    <dl class="facts">
    <dt>[[Nom|Name]]</dt><dd><bdi>{{name}}</bdi></dd>
    <dt>[[Rôles|Roles]]</dt><dd>{{roles}}</dd>
    <dt>[[Identifiant dans l'historique|Id in the record]]</dt><dd>{{user}}</dd>
    </dl>
    <p>[[Une connexion dure douze heures au plus. Ce que vous tranchez ici porte votre nom et « console web ».|A session lasts twelve hours at most. What you settle here bears your name and “web console”.]]</p>
    <div class="actions">
    <form method="post" action="/sign-out"><button class="second">[[Se déconnecter d'ici|Sign out here]]</button></form>
    <form method="post" action="/sign-out"><button class="second" name="everywhere" value="1">[[Se déconnecter partout|Sign out everywhere]]</button></form>
    </div>
    <p class="hint">[[Un ordinateur perdu, un mot de passe vu par un autre : déconnectez-vous partout, puis demandez un nouveau mot de passe à l'administrateur.|A lost computer, a password somebody saw: sign out everywhere, then ask your administrator for a new password.]]</p>

    """
}
