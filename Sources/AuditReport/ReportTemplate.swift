/// The provisional report as a page: plain, printable, French; embedded, so that a moved binary works.
///
/// Mustache escapes `< > & " '` in double braces; every attribute is quoted and no triple brace is used, so no text of
/// a dossier can become markup.
enum ReportTemplate {
  static let page = """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Rapport provisoire — {{body}}</title>
    <style>
    :root { color-scheme: light; }
    body { font: 11pt/1.45 "Liberation Serif", Georgia, serif; color: #111; background: #fff; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; border-bottom: 1px solid #777; }
    h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
    dl { display: grid; grid-template-columns: 12rem 1fr; gap: .15rem 1rem; margin: 0; } dt { color: #444; } dd { margin: 0; }
    table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: #444; padding: .2rem 0; }
    th, td { border: 1px solid #999; padding: .25rem .45rem; text-align: left; vertical-align: top; }
    th { background: #eee; } td, dd, p, li { overflow-wrap: anywhere; } td.grade { white-space: nowrap; } .grave { font-weight: bold; }
    p.note { color: #333; } ul { padding-left: 1.2rem; } .motive { font-style: italic; } .written { white-space: pre-wrap; }
    @media (max-width: 34rem) { dl { grid-template-columns: 1fr; } }
    @media print { body { margin: 0; max-width: none; } h2, h3, dt { break-after: avoid; } thead { display: table-header-group; } tr, li { break-inside: avoid; } @page { size: A4; margin: 18mm; } }
    </style>
    </head>
    <body>
    <h1>Rapport provisoire d’audit</h1>
    <p class="note">{{scheme}} — {{kind}} — version {{version}}</p>
    <h2>Organisme et audit</h2>
    <dl>
    <dt>Organisme</dt><dd>{{body}}</dd>
    <dt>SIREN</dt><dd>{{siren}}</dd>
    <dt>Adresse au registre</dt><dd>{{address}}</dd>
    <dt>Audit</dt><dd>du {{firstDay}} au {{lastDay}}, {{mode}}</dd>
    <dt>Responsable d’audit</dt><dd>{{lead}}</dd>
    <dt>Équipe</dt><dd>{{team}}</dd>
    <dt>Sites</dt><dd>{{sites}}</dd>
    <dt>Prestations échantillonnées</dt><dd>{{samples}}</dd>
    <dt>Guide de lecture</dt><dd>{{guide}}</dd>
    <dt>Règles appliquées</dt><dd>{{pack}}</dd>
    </dl>
    <h2>Échéances</h2>
    <table>
    <thead><tr><th scope="col">Quoi</th><th scope="col">Pour le</th><th scope="col">Règle</th></tr></thead>
    {{#deadlines}}
    <tr><td>{{what}}</td><td>{{due}}</td><td>{{rule}}</td></tr>
    {{/deadlines}}
    </table>
    <h2>Non-conformités</h2>
    {{#hasNonConformities}}
    <table>
    <thead><tr><th scope="col">Indicateur</th><th scope="col">Gravité</th><th scope="col">Constat</th><th scope="col">Preuve</th></tr></thead>
    {{#nonConformities}}
    <tr><td>{{code}} — {{label}}</td><td class="grade grave">{{grade}}</td><td>{{comment}}{{#origin}}<br><span class="motive">{{origin}}</span>{{/origin}}</td><td>{{evidence}}{{#lack}}<br>Absence notée : {{.}}{{/lack}}</td></tr>
    {{/nonConformities}}
    </table>
    {{/hasNonConformities}}
    {{^hasNonConformities}}
    <p>Aucune non-conformité.</p>
    {{/hasNonConformities}}
    <h2>Cotation des indicateurs</h2>
    <table>
    <thead><tr><th scope="col">N°</th><th scope="col">Indicateur</th><th scope="col">Cotation</th><th scope="col">Commentaire</th></tr></thead>
    {{#items}}
    <tr><td>{{code}}</td><td>{{label}}</td><td class="grade">{{grade}}</td><td>{{comment}}{{#motive}}<br><span class="motive">Tranché : {{motive}}</span>{{/motive}}</td></tr>
    {{/items}}
    </table>
    <h2>Constats</h2>
    {{^hasObservations}}
    <p>Aucun constat noté.</p>
    {{/hasObservations}}
    {{#observations}}
    <h3>Indicateur {{indicator}} — {{site}} — {{sample}}</h3>
    <p class="written">{{text}}</p>
    {{/observations}}
    <h2>Entretiens</h2>
    {{^hasInterviews}}
    <p>Aucun entretien.</p>
    {{/hasInterviews}}
    <ul>
    {{#interviews}}
    <li>{{with}} ({{site}}) : {{text}}</li>
    {{/interviews}}
    </ul>
    <h2>Preuves</h2>
    {{^hasEvidence}}
    <p>Aucune preuve notée.</p>
    {{/hasEvidence}}
    <ul>
    {{#evidence}}
    <li>{{title}}{{#dated}}, daté du {{dated}}{{/dated}}{{#shownBy}}, montré par {{shownBy}}{{/shownBy}} — {{indicators}} — {{held}}</li>
    {{/evidence}}
    </ul>
    <h2>Réunions</h2>
    {{#sheets}}
    <h3>{{name}}</h3>
    <dl>
    <dt>Tenue le</dt><dd>{{heldOn}}</dd>
    <dt>Représentant</dt><dd>{{representative}}</dd>
    <dt>Participants</dt><dd>{{participants}}</dd>
    </dl>
    {{/sheets}}
    <h2>Changements constatés</h2>
    {{#hasSituations}}
    <ul>
    {{#situations}}
    <li>{{what}} : {{observed}} ({{state}})</li>
    {{/situations}}
    </ul>
    {{/hasSituations}}
    {{^hasSituations}}
    <p>Aucun.</p>
    {{/hasSituations}}
    <p class="note">Un constat n’est pas une déclaration : seule la déclaration de l’organisme arrête le délai qui court pour lui (R-ROLE-19). Empreinte de l’état imprimé : {{digest}}</p>
    </body>
    </html>
    """
}
