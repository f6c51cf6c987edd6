/// Bodies and their dossiers.
enum DossierListTemplate {
  static let page = """
    <h1>[[Dossiers|Dossiers]]</h1>
    <form method="get" action="/dossiers" role="search" class="actions">
    <label>[[Dénomination ou SIREN|Legal name or SIREN]] <input type="search" name="q" value="{{query}}" maxlength="100" autocomplete="off"></label>
    {{#all}}<input type="hidden" name="bodies" value="all">{{/all}}
    <button class="second">[[Chercher|Search]]</button>
    </form>
    <nav class="pages" aria-label="[[Organismes montrés|Bodies shown]]">
    <a href="{{onlyDossiers}}"{{^all}} aria-current="true"{{/all}}>[[Avec un dossier|With a dossier]] ({{withDossier}})</a>
    <a href="{{everything}}"{{#all}} aria-current="true"{{/all}}>[[Tous les organismes|All bodies]] ({{wholeCount}})</a>
    </nav>
    {{#isEmpty}}<p class="notice">{{#isSearch}}[[Aucun organisme ne correspond à « {{query}} ». Vérifiez l'orthographe, donnez le début d'un mot ou les premiers chiffres du SIREN.|No body matches “{{query}}”. Check the spelling, give the beginning of a word or the first digits of the SIREN.]]{{^all}} <a href="{{everything}}">[[Chercher parmi tous les organismes|Search all bodies]]</a>{{/all}}{{/isSearch}}{{^isSearch}}[[Aucun dossier ne vous est ouvert. Le service certification ouvre les dossiers et les affecte.|No dossier is open to you. The certification office opens dossiers and assigns them.]]{{/isSearch}}</p>{{/isEmpty}}
    {{^isEmpty}}
    <table>
    <caption>[[Organismes : |Bodies: ]]{{total}}{{#range}}, [[lignes|rows]] {{first}}–{{last}}{{/range}}</caption>
    <thead><tr><th scope="col">[[Organisme|Body]]</th><th scope="col">SIREN</th><th scope="col">[[Dossiers|Dossiers]]</th></tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{path}}" data-line>{{name}}</a></th><td>{{key}}</td><td class="links">{{#dossiers}}<a href="{{path}}" aria-label="{{scheme}} — {{name}}">{{scheme}}</a> {{/dossiers}}{{#hasNone}}<span class="meta">[[sans dossier|no dossier]]</span>{{/hasNone}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    <nav class="pages" aria-label="[[Pages de la liste|Pages of the list]]">{{#previous}}<a href="{{previous}}" rel="prev">[[Page précédente|Previous page]]</a>{{/previous}}{{#next}}<a href="{{next}}" rel="next">[[Page suivante|Next page]]</a>{{/next}}</nav>
    {{/isEmpty}}

    """
}
