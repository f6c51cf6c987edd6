/// One audit.
///
/// Names differ from part to part: a name that a part lacks would be looked for in what stands around it.
enum AuditTemplate {
  static let page = """
    <p class="crumbs"><a href="/dossiers">[[Dossiers|Dossiers]]</a> › <a href="{{dossierPath}}">{{body}} — {{scheme}}</a></p>
    <h1>{{title}}</h1>
    {{#acted}}{{>acted-notice}}{{/acted}}
    <p>{{#stage}}<span class="tag">{{.}}</span> {{/stage}}{{#isFrozen}}<span class="tag warn">[[présenté : figé|presented: frozen]]</span> {{/isFrozen}}{{#isUnplanned}}<span class="tag warn">[[non planifié|unplanned]]</span> {{/isUnplanned}}{{#isComplete}}<span class="tag good">[[complet|complete]]</span>{{/isComplete}}{{^isComplete}}<span class="tag warn">[[pas encore complet|not complete yet]]</span>{{/isComplete}}</p>
    {{#isFrozen}}<p class="notice">[[Cet audit est présenté : figé. La page montre ce qui l'était.|This audit is presented: frozen. The page shows what was.]] {{#hasLate}}<a href="#late">[[Ce qui est arrivé depuis est listé, sans rien y changer|What came since is listed and changes nothing]] ({{lateCount}})</a>.{{/hasLate}}{{^hasLate}}[[Rien n'est arrivé depuis.|Nothing came since.]]{{/hasLate}}</p>{{/isFrozen}}
    <p class="actions">{{#reportPath}}<a href="{{.}}">[[Rapport provisoire à imprimer|Provisional report to print]]</a>{{/reportPath}}{{^reportPath}}<span class="hint">[[Pas de rapport provisoire pour ce dispositif : cette page s'imprime telle quelle.|No provisional report for this scheme: this page prints as it stands.]]</span>{{/reportPath}}</p>
    <nav class="pages" aria-label="[[Dans cette page|On this page]]"><a href="#grid">[[Grille|Grid]]</a> <a href="#divergences">[[Divergences|Divergences]]</a> <a href="#plan">[[Plan et équipe|Plan and team]]</a> <a href="#standing">[[Avancement|Standing]]</a> <a href="#sections">{{#isQualiopi}}[[Indicateurs|Indicators]]{{/isQualiopi}}{{^isQualiopi}}[[Points de contrôle|Control points]]{{/isQualiopi}}</a> <a href="#meetings">[[Réunions|Meetings]]</a>{{#hasOffersHere}} <a href="#acts">[[Actes possibles|Possible acts]]</a>{{/hasOffersHere}}</nav>

    <h2 id="grid">[[Grille|Grid]]</h2>
    {{#isScopeOpen}}<p class="hint">[[Le périmètre n'est pas fixé : tous les indicateurs sont montrés.|The scope is not set: all indicators are shown.]]</p>{{/isScopeOpen}}
    <ul class="legend">{{#legend}}<li>{{#legendLetter}}<b aria-hidden="true">{{.}}</b> {{/legendLetter}}{{legendWords}}[[ :|:]] {{legendCount}}</li>{{/legend}}{{#disputedCount}}<li><b aria-hidden="true">≠</b> [[en divergence :|in divergence:]] {{.}}</li>{{/disputedCount}}</ul>
    <div class="criteria">
    {{#gridRows}}
    <h3>{{rowTitle}}</h3>
    <ul class="grid">{{#cells}}<li class="{{cellClass}}">{{#cellPath}}<a href="{{.}}">{{/cellPath}}<span class="code">{{cellCode}}</span> {{#isMark}}<span class="letter" aria-hidden="true">{{cellMark}}{{#isCellDisputed}} ≠{{/isCellDisputed}}</span>{{/isMark}}{{^isMark}}<span class="blank" aria-hidden="true">{{cellMark}}</span>{{/isMark}} <span class="unseen">{{cellWords}}{{#isCellDisputed}}[[, en divergence|, in divergence]]{{/isCellDisputed}}</span>{{#cellPath}}</a>{{/cellPath}}</li>{{/cells}}</ul>
    {{/gridRows}}
    </div>

    <h2 id="divergences">[[Divergences|Divergences]]</h2>
    <p>{{tally}}</p>
    <ul class="work">{{#openDivergences}}<li><span><a href="{{divergencePath}}" data-line>{{divergenceVerb}}[[ :|:]] {{divergencePlace}}</a></span>{{#divergenceValues}}<span class="meta">{{.}}</span>{{/divergenceValues}}</li>{{/openDivergences}}</ul>
    {{#moreOpen}}{{>audit-more}}{{/moreOpen}}
    {{#hasSettled}}
    <h3>[[Tranchées|Settled]]</h3>
    <ul class="finds">{{#settledDivergences}}<li><p><b>{{settledPlace}}</b>[[ :|:]] {{settledShown}} <span class="meta">([[entre|between]] {{settledOver}})</span></p>{{#settledMotive}}<p>[[Motif :|Motive:]] <span class="written">{{.}}</span></p>{{/settledMotive}}{{#settledBy}}{{>attribution}}{{/settledBy}}</li>{{/settledDivergences}}</ul>
    {{#moreSettled}}{{>audit-more}}{{/moreSettled}}
    {{/hasSettled}}

    <h2 id="plan">[[Plan et équipe|Plan and team]]</h2>
    <dl class="facts">{{#planFacts}}<dt>{{factName}}</dt><dd>{{factText}}{{#factDivergences}} {{>audit-divergence}}{{/factDivergences}}</dd>{{/planFacts}}</dl>
    {{#summary}}<h3>[[Synthèse|Summary]]</h3><p class="written">{{.}}</p>{{/summary}}
    {{#hasScope}}
    <details>
    <summary>[[Pourquoi chacun est audité ou non|Why each is audited or not]] ({{scopeCount}} [[audités|audited]])</summary>
    <table class="reasons">
    <caption>[[Périmètre de l'audit, raison et règle|Scope of the audit, reason and rule]]</caption>
    <thead><tr><th scope="col">[[N°|No.]]</th><th scope="col">[[Intitulé|Label]]</th><th scope="col">[[Périmètre|Scope]]</th><th scope="col">[[Pourquoi|Why]]</th><th scope="col">[[Règle|Rule]]</th></tr></thead>
    <tbody>{{#scopeLines}}<tr id="{{scopeAnchor}}"><th scope="row">{{scopeCode}}</th><td>{{scopeLabel}}</td><td>{{scopeIn}}</td><td>{{scopeReason}}</td><td>{{scopeRules}}</td></tr>{{/scopeLines}}</tbody>
    </table>
    </details>
    {{/hasScope}}

    {{#hasOffersHere}}<h2 id="acts">[[Actes possibles|Possible acts]]</h2>
    {{>act-offers}}{{/hasOffersHere}}

    {{>audit-standing}}
    {{>audit-sections}}
    {{>audit-record}}

    """

  /// Who is done, what was asked, which clocks run.
  static let standing = """
    <h2 id="standing">[[Avancement|Standing]]</h2>
    <p>{{completeness}}</p>
    <ul class="finds">{{#devices}}<li>{{deviceUser}} — {{deviceName}} <span class="{{deviceClass}}">{{deviceWords}}</span></li>{{/devices}}{{#missingMembers}}<li>{{.}} <span class="tag warn">[[n'a pas dit avoir terminé|has not said they are done]]</span></li>{{/missingMembers}}</ul>
    <h3>[[Actes demandés et réponses|Acts requested and answers]]</h3>
    {{^hasActs}}<p class="hint">[[Aucun acte demandé.|No act was requested.]]</p>{{/hasActs}}
    <ul class="finds">{{#acts}}<li><p><b>{{actWords}}</b> <span class="{{actClass}}">{{actVerdict}}</span>{{#actRuledAt}} <span class="meta">[[le|on]] {{.}}</span>{{/actRuledAt}}</p><ul>{{#actReasons}}<li>{{reasonText}} <span class="meta">({{reasonRule}})</span></li>{{/actReasons}}</ul>{{#actRules}}<p class="meta">[[Règles :|Rules:]] {{.}}</p>{{/actRules}}<p>[[Demandé par|Requested by]] {{#actBy}}{{>attribution}}{{/actBy}}</p></li>{{/acts}}</ul>
    {{#hasMarks}}<h3>[[Signalé|Marked]]</h3>
    <ul class="finds">{{#marks}}<li>{{markText}} <span class="meta">({{markRule}})</span></li>{{/marks}}</ul>{{/hasMarks}}
    <h3>[[Échéances|Due dates]]</h3>
    {{#isOutsideCalendar}}<p class="problem">[[Une date de cet audit ou de son dossier est hors du calendrier : ce qui en court ne se calcule pas. Faites-la corriger.|A date of this audit or its dossier lies outside the calendar: what runs from it cannot be computed. Have it corrected.]]</p>{{/isOutsideCalendar}}
    {{#hasDeadlines}}
    <table class="reasons">
    <caption>[[Ce qui court à partir du dernier jour de l'audit|What runs from the last day of the audit]]</caption>
    <thead><tr><th scope="col">[[Quoi|What]]</th><th scope="col">[[Pour le|Due on]]</th><th scope="col">[[Règle|Rule]]</th></tr></thead>
    <tbody>{{#deadlines}}<tr><th scope="row">{{dueWords}}</th><td>{{dueDay}} <span class="meta">({{dueIn}})</span></td><td>{{dueRule}}</td></tr>{{/deadlines}}</tbody>
    </table>
    {{/hasDeadlines}}
    {{^hasDeadlines}}<p class="hint">[[Aucune échéance ne court de cet audit.|No due date runs from this audit.]]</p>{{/hasDeadlines}}

    """

  /// The rest of a list.
  static let more = """
    <p class="more"><a href="{{morePath}}">{{moreWords}}</a></p>

    """

  /// An open divergence beside what it is about.
  static let divergence = """
    <a class="tag warn" href="{{divergencePath}}">≠ {{divergenceVerb}}[[ :|:]] {{divergencePlace}}</a>
    """

  /// Instead of a report.
  static let noReport = """
    <p class="crumbs"><a href="{{path}}">[[Retour à l'audit|Back to the audit]]</a></p>
    <h1>{{heading}}</h1>
    <p>{{what}}</p>
    <p>{{next}}</p>

    """
}
