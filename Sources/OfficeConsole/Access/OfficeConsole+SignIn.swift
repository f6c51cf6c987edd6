import AuditModel
import ServerCore
import ServerHTTP
import SyncProtocol

extension OfficeConsole {
  func signInPage(_ request: PageRequest, _ language: Language) -> PageAnswer {
    signInPage(request, language, status: 200, ["next": Shell.ownPath(FormFields.query(request)["next"])])
  }

  private func signInPage(
    _ request: PageRequest, _ language: Language, status: Int, _ values: [String: Any]
  ) -> PageAnswer {
    let main = shell.templates.render("sign-in", values, in: language)
    return shell.plain(
      title: language == .french ? "Connexion" : "Sign in", main: main, status: status, request, language)
  }

  /// Somebody without a session: what they had typed travels through the sign-in and back.
  func sessionEnded(_ request: PageRequest, _ route: PageRoute, _ language: Language) -> PageAnswer {
    if route.path == "/events" {
      // 204 tells the browser's event source not to come back.
      return PageAnswer(status: 204, headers: [("Cache-Control", "no-store")], body: .bytes([]))
    }
    guard route.method == .post, route.path != "/sign-out" else {
      let target = request.query.isEmpty ? request.path : "\(request.path)?\(request.query)"
      let next = Shell.ownPath(target)
      return shell.redirect(
        next == "/" ? "/sign-in" : "/sign-in?next=\(FormFields.escaped(next))", isSecure: request.isSecure)
    }
    return signInPage(
      request, language, status: 401,
      [
        "ended": true, "next": "/",
        "kept": KeptForm(path: request.path, fields: request.form.fields).values(in: language),
      ])
  }

  func signIn(_ request: PageRequest, _ language: Language) async -> PageAnswer {
    let kept = KeptForm(request.form)
    let (login, password) = (request.form["login"] ?? "", request.form["password"] ?? "")
    switch await core.signIn(login: login, password: password) {
    case .success(let session):
      let cookie = SessionCookie.set(session.secret, isSecure: request.isSecure)
      if let kept {
        let main = shell.templates.render("resume", kept.values(in: language), in: language)
        var answer = shell.plain(
          title: language == .french ? "Reprendre votre saisie" : "Take up what you typed", main: main, status: 200,
          request, language)
        answer.headers.append(("Set-Cookie", cookie))
        return answer
      }
      return shell.redirect(Shell.ownPath(request.form["next"]), isSecure: request.isSecure, cookies: [cookie])
    case .failure(let problem):
      var values: [String: Any] = [
        "problem": Self.words(problem).text(in: language), "login": login,
        "next": Shell.ownPath(request.form["next"]),
      ]
      if let kept { values["kept"] = kept.values(in: language) }
      return signInPage(request, language, status: problem.code.status, values)
    }
  }

  func signOut(_ request: PageRequest, _ principal: Principal) async -> PageAnswer {
    let isEverywhere = request.form["everywhere"] != nil
    if isEverywhere {
      _ = await core.signOutEverywhere(principal.user)
    } else if let secret = SessionCookie.secret(in: request) {
      _ = await core.signOut(session: secret)
    }
    return shell.redirect(
      "/sign-in", isSecure: request.isSecure, cookies: [SessionCookie.clear(isSecure: request.isSecure)])
  }

  private static func words(_ problem: Problem) -> LocalizedText {
    switch problem.code {
    case .unauthenticated:
      LocalizedText(
        fr: "Identifiant ou mot de passe inexact. Vérifiez les majuscules et recommencez.",
        en: "The name or the password is wrong. Check capitals and try again.")
    case .tooManyRequests:
      LocalizedText(
        fr:
          "Trop d'essais ont échoué. Attendez un quart d'heure, ou demandez un nouveau mot de passe à l'administrateur.",
        en: "Too many tries failed. Wait a quarter of an hour, or ask your administrator for a new password.")
    case .unavailable:
      LocalizedText(
        fr: "Beaucoup de personnes se connectent en ce moment. Recommencez dans un instant.",
        en: "Many people sign in at this moment. Try again in a moment.")
    default:
      LocalizedText(
        fr: "Le serveur n'a pas pu vérifier votre mot de passe. Recommencez dans un instant.",
        en: "The server could not check your password. Try again in a moment.")
    }
  }
}
