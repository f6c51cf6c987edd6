/// Signing in, and what keeps a form somebody had filled when their session ended.
enum SignInTemplate {
  static let page = """
    <h1>[[Connexion|Sign in]]</h1>
    {{#ended}}<p class="notice">[[Votre connexion est terminée. Ce que vous aviez saisi est conservé : connectez-vous pour le reprendre.|Your session has ended. What you typed is kept: sign in to take it up again.]]</p>{{/ended}}
    {{#problem}}<p class="problem" role="alert">{{problem}}</p>{{/problem}}
    <form method="post" action="/sign-in" class="stack narrow">
    <label>[[Identifiant|Name]] <input name="login" autocomplete="username" required maxlength="64" autocapitalize="none" spellcheck="false" value="{{login}}"></label>
    <label>[[Mot de passe|Password]] <input name="password" type="password" autocomplete="current-password" required maxlength="1024"></label>
    <input type="hidden" name="next" value="{{next}}">
    {{#kept}}<input type="hidden" name="kept-path" value="{{path}}">{{#fields}}<input type="hidden" name="kept.{{name}}" value="{{value}}">{{/fields}}{{/kept}}
    <button class="main">[[Se connecter|Sign in]]</button>
    </form>
    <p class="hint">[[Identifiant et mot de passe se demandent à l'administrateur de votre service.|Ask your administrator for a name and a password.]]</p>

    """

  static let resume = """
    <h1>[[Reprendre votre saisie|Take up what you typed]]</h1>
    <p>[[Vous êtes à nouveau connecté. Rien n'a encore été enregistré.|You are signed in again. Nothing has been saved yet.]]</p>
    <form method="post" action="{{path}}" class="stack">
    {{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}
    <dl>{{#typed}}<dt>{{label}}</dt><dd class="written">{{value}}</dd>{{/typed}}</dl>
    <button class="main">[[Envoyer ma saisie|Send what I typed]]</button>
    </form>

    """
}
