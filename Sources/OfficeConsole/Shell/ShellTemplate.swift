/// The frame of every page: one header, one way around, one `<main>`.
///
/// `main` is the only value taken as markup: it was escaped by its own template.
enum ShellTemplate {
  static let page = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}} — Constat</title>
    <link rel="stylesheet" href="/console.css">
    <link rel="icon" href="/console.svg" type="image/svg+xml">
    <script src="/console.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">[[Aller au contenu|Skip to content]]</a>
    <header class="shell">
    <p class="mark"><a href="/">Constat</a></p>
    {{#person}}
    <nav aria-label="[[Principale|Main]]"><ul>
    <li><a href="/"{{#isWork}} aria-current="page"{{/isWork}}>[[À traiter|To do]]</a></li>
    <li><a href="/dossiers"{{#isDossiers}} aria-current="page"{{/isDossiers}}>[[Dossiers|Dossiers]]</a></li>
    <li><a href="/competences"{{#isCompetences}} aria-current="page"{{/isCompetences}}>[[Compétences|Competences]]</a></li>
    {{#admits}}<li><a href="/quarantine"{{#isQuarantine}} aria-current="page"{{/isQuarantine}}>[[Mis de côté|Kept aside]]</a></li>{{/admits}}
    </ul></nav>
    <div class="person"><a href="/session"><bdi>{{name}}</bdi></a>
    <form method="post" action="/sign-out"><button class="quiet">[[Se déconnecter|Sign out]]</button></form></div>
    {{/person}}
    <form method="post" action="/language" class="language"><input type="hidden" name="back" value="{{path}}"><button class="quiet" name="language" value="[[en|fr]]" lang="[[en|fr]]">[[English|Français]]</button></form>
    </header>
    <p class="news" role="status" hidden data-live-news>[[Du nouveau est arrivé.|Something new has come.]] <a href="{{path}}">[[Actualiser la page|Reload the page]]</a><span data-live-typed hidden> ([[ce que vous avez saisi ici serait perdu|what you typed here would be lost]])</span></p>
    <main id="main" tabindex="-1"{{#live}} data-live{{/live}}>
    {{{main}}}
    </main>
    <footer class="shell"><p>{{tenant}}{{#moment}} — [[heure du serveur|server time]] {{moment}}{{/moment}}</p></footer>
    </body>
    </html>

    """

  /// What is said instead of a page.
  static let fault = """
    <h1>{{heading}}</h1>
    <p>{{what}}</p>
    <p>{{next}}</p>
    <p><a href="/">[[Retour à ce qui est à traiter|Back to what is to do]]</a></p>

    """
}
