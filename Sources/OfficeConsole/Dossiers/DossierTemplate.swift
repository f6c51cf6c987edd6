/// A body's page.
enum DossierTemplate {
  static let page = """
    <p class="crumbs"><a href="/dossiers">[[Dossiers|Dossiers]]</a>{{#bodyPath}} › <a href="{{bodyPath}}">{{body}}</a>{{/bodyPath}}</p>
    <h1>{{body}}{{#scheme}} — {{scheme}}{{/scheme}}</h1>
    {{#acted}}{{>acted-notice}}{{/acted}}
    <p class="meta">SIREN {{key}}{{#standing}} — <span class="tag">{{value}}</span>{{/standing}}{{#divergences}} — <span class="tag warn">{{divergences}}</span>{{/divergences}}</p>
    <nav class="pages" aria-label="[[Dans cette page|On this page]]"><a href="#identity">[[Identité|Identity]]</a>{{#hasAudits}}<a href="#audits">[[Audits|Audits]]</a>{{/hasAudits}}{{#hasOffersHere}}<a href="#acts">[[Actes possibles|Possible acts]]</a>{{/hasOffersHere}}{{#isDossier}}<a href="#registers">[[Registres|Registers]]</a>{{/isDossier}}{{#hasLine}}<a href="#line">[[Ligne de temps|Time line]]</a>{{/hasLine}}<a href="#history">[[Historique|History]]</a></nav>

    {{#hasReopened}}{{>reopened}}{{/hasReopened}}

    <h2 id="identity">[[Identité|Identity]]</h2>
    {{^hasIdentity}}<p>[[Aucun fait du registre n'est connu de cet organisme.|No fact of the register is known of this body.]]</p>{{/hasIdentity}}
    {{#hasIdentity}}<dl class="facts">{{#identity}}{{>dossier-fact}}{{/identity}}</dl>{{/hasIdentity}}
    {{#hasDossiers}}<p>{{#isDossier}}[[Autres dossiers de cet organisme : |Other dossiers of this body: ]]{{/isDossier}}{{^isDossier}}[[Dossiers de cet organisme : |Dossiers of this body: ]]{{/isDossier}}{{#dossiers}}<a href="{{path}}">{{name}}</a> {{/dossiers}}</p>{{/hasDossiers}}
    {{^hasDossiers}}{{^isDossier}}<p>[[Aucun dossier n'est ouvert pour cet organisme.|No dossier is open for this body.]]</p>{{/isDossier}}{{/hasDossiers}}

    {{#hasProfile}}
    <h2 id="profile">[[Ce que le dossier retient|What the dossier holds]]</h2>
    <dl class="facts">{{#standing}}{{>dossier-fact}}{{/standing}}{{#profile}}{{>dossier-fact}}{{/profile}}</dl>
    {{/hasProfile}}

    <h2 id="sites">[[Sites|Sites]]</h2>
    {{^hasSites}}<p>[[Aucun site connu.|No site known.]]</p>{{/hasSites}}
    {{#sites}}
    <h3>{{name}}{{#isClosed}} <span class="tag">[[fermé|closed]]</span>{{/isClosed}}</h3>
    <p class="meta">SIRET {{siret}}</p>
    <dl class="facts">{{#facts}}{{>dossier-fact}}{{/facts}}</dl>
    {{/sites}}
    {{#sitesBeyond}}<p>[[Autres sites, non montrés : |Other sites, not shown: ]]{{sitesBeyond}}</p>{{/sitesBeyond}}

    <h2 id="situations">[[Changements constatés|Observed changes]]</h2>
    {{^hasSituations}}<p>[[Aucun changement constaté.|No change observed.]]</p>{{/hasSituations}}
    {{#hasSituations}}<ul class="work">
    {{#situations}}<li><span>{{#path}}<a href="{{path}}" data-line>{{subject}} — {{observed}}</a>{{/path}}{{^path}}{{subject}} — {{observed}}{{/path}} <span class="tag{{#isOpen}} warn{{/isOpen}}">{{state}}</span></span><span class="when">[[constaté le|observed on]] {{on}}</span>
    {{#proof}}<span class="meta">[[Pièce attendue : |Proof to come: ]]{{proof}}</span>{{/proof}}{{#answer}}<span class="meta">{{answer}}</span>{{/answer}}{{#source}}{{>dossier-source}}{{/source}}</li>
    {{/situations}}</ul>{{/hasSituations}}

    {{#isDossier}}
    <h2 id="audits">[[Audits|Audits]]</h2>
    {{^hasAudits}}<p>[[Aucun audit dans ce dossier.|No audit in this dossier.]]</p>{{/hasAudits}}
    {{#hasAudits}}<ul class="work">
    {{#audits}}<li><span><a href="{{path}}" data-line>{{title}}</a> <span class="tag">{{stage}}</span>{{#open}} <span class="tag warn">{{open}}</span>{{/open}}</span><span class="meta">{{team}}</span></li>
    {{/audits}}</ul>{{/hasAudits}}

    {{#hasOffersHere}}<h2 id="acts">[[Actes possibles|Possible acts]]</h2>
    {{>act-offers}}{{/hasOffersHere}}

    <h2 id="registers">[[Registres|Registers]]</h2>
    {{>registers}}
    {{/isDossier}}

    {{#hasLine}}
    <h2 id="line">[[Ligne de temps|Time line]]</h2>
    <p class="hint">[[Du plus ancien au plus lointain ; ce qui est à venir suit « aujourd'hui ».|From the oldest to the furthest; what is to come follows “today”.]]</p>
    <ol class="line">
    {{#line}}{{#isToday}}<li class="today"><strong>[[Aujourd'hui|Today]]</strong>, <time datetime="{{date}}">{{day}}</time></li>{{/isToday}}
    {{^isToday}}<li{{#isAhead}} class="ahead"{{/isAhead}}>{{#date}}<time datetime="{{date}}">{{day}}</time>{{/date}}{{^date}}{{day}}{{/date}} — {{#path}}<a href="{{path}}">{{what}}</a>{{/path}}{{^path}}{{what}}{{/path}}{{#tag}} <span class="tag">{{tag}}</span>{{/tag}}{{#good}} <span class="tag good">{{good}}</span>{{/good}}{{#grave}} <span class="tag grave">{{grave}}</span>{{/grave}}{{#isAhead}} <span class="tag">[[à venir|to come]]</span>{{/isAhead}}{{#details}}<br><span class="meta">{{details}}</span>{{/details}}{{#hasReasons}}<ul>{{#reasons}}<li>{{why}} <span class="meta">({{rule}})</span></li>{{/reasons}}</ul>{{/hasReasons}}</li>{{/isToday}}
    {{/line}}
    </ol>
    {{/hasLine}}

    {{#hasLate}}
    <h2 id="late">[[Écritures tardives|Late writes]]</h2>
    <p>[[Arrivées après ce qui a été présenté ou décidé : conservées ici, sans changer ce qui a été arrêté.|They came after what was presented or decided: kept here, they change nothing of it.]]</p>
    <ul class="work">{{#late}}<li><span>{{what}}</span><span class="written">{{value}}</span>{{#source}}{{>dossier-source}}{{/source}}</li>{{/late}}</ul>
    {{/hasLate}}

    <h2 id="history">[[Historique|History]]</h2>
    {{#histories}}
    <h3 id="{{anchor}}">{{name}}</h3>
    {{#isOlder}}<p><a href="{{newest}}#{{anchor}}">[[Revenir aux plus récentes|Back to the newest]]</a></p>{{/isOlder}}
    {{#isEmpty}}<p>[[Rien de plus ancien.|Nothing older.]]</p>{{/isEmpty}}
    <ul class="work history">
    {{#lines}}<li><div><strong>{{who}}</strong> <ul>{{#steps}}<li>{{.}}</li>{{/steps}}</ul>{{#more}}<details><summary>[[et autres étapes : |and other steps: ]]{{count}}</summary><ul>{{#steps}}<li>{{.}}</li>{{/steps}}</ul></details>{{/more}}</div><span class="when">{{claimed}}</span><span class="meta">{{#audit}}{{audit}} — {{/audit}}{{device}}{{#received}} — [[reçu le|received]] {{received}}{{/received}} — [[ligne|line]] {{position}}</span></li>
    {{/lines}}</ul>
    <nav class="pages" aria-label="{{name}} — [[pages de l'historique|pages of the history]]">{{#next}}<a href="{{next}}#{{anchor}}" rel="next">[[Plus ancien|Older]]</a>{{/next}}</nav>
    {{/histories}}

    """

  /// One fact: its label, its value, where it comes from, and whether it is disputed.
  static let fact = """
    <dt>{{label}}</dt><dd>{{value}}{{#divergence}} <a href="{{divergence}}" class="tag warn" aria-label="[[divergence|divergence]] — {{label}}">[[divergence|divergence]]</a>{{/divergence}}{{#source}}{{>dossier-source}}{{/source}}</dd>
    """

  /// Where a value comes from.
  static let source = """
    {{#list}}<span class="meta">[[liste publique, reçue le|public list, received]] {{received}}</span>{{/list}}{{#by}}{{>attribution}}{{/by}}
    """
}
