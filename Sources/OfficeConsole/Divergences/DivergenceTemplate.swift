/// The page of one divergence: open, over, and what is asked before writing.
enum DivergenceTemplate {
  static let page = """
    {{>divergence-crumbs}}
    <h1>{{heading}} <span class="count">{{code}}</span></h1>
    {{#done}}{{>done-notice}}{{/done}}
    {{#problem}}<div class="problem" role="alert"><p><strong>{{what}}</strong></p>
    {{#hasNews}}<ul>{{#news}}<li><span class="written"><bdi>{{newsText}}</bdi></span><br>{{#newsBy}}{{>attribution}}{{/newsBy}}</li>{{/news}}</ul>{{/hasNews}}
    <p>{{next}}</p></div>{{/problem}}
    {{#unsent}}{{>divergence-unsent}}{{/unsent}}
    {{#open}}{{>divergence-open}}{{/open}}
    {{#settled}}{{>divergence-settled}}{{/settled}}

    """

  static let crumbs = """
    <p class="crumbs"><a href="/">[[À traiter|To do]]</a> › <a href="{{bodyPath}}"><bdi>{{bodyName}}</bdi></a>{{#audit}} › <a href="{{auditPath}}">{{auditTitle}}</a>{{/audit}}</p>
    """

  static let unsent = """
    <div class="notice"><p>[[Vous aviez saisi, sans que rien soit enregistré :|You had typed, and nothing of it was saved:]]</p>
    {{#unsentValue}}<p>[[Valeur :|Value:]] <span class="written"><bdi>{{unsentValue}}</bdi></span></p>{{/unsentValue}}
    {{#unsentMotive}}<p>[[Motif :|Motive:]] <span class="written"><bdi>{{unsentMotive}}</bdi></span></p>{{/unsentMotive}}</div>
    """

  static let open = """
    <dl class="facts">
    <dt>[[Montré en attendant|Shown meanwhile]]</dt><dd><strong><bdi>{{meanwhile}}</bdi></strong> — {{meanwhileWhy}}</dd>
    <dt>[[Aucune règle ne tranche|No rule settles it]]</dt><dd>{{why}}</dd>
    <dt>[[Qui tranche|Who settles]]</dt><dd><bdi>{{settlers}}</bdi></dd>
    {{#noBase}}<dt>[[Avant|Before]]</dt><dd>[[Rien n'était écrit.|Nothing was written.]]</dd>{{/noBase}}
    </dl>
    {{#closed}}<p class="notice"><bdi>{{closed}}</bdi></p>
    <h2>[[Les valeurs en présence|The values]]</h2>
    <div class="sides">{{>divergence-sides}}</div>
    {{>divergence-around}}{{/closed}}
    {{#form}}<form method="post" action="{{formPath}}" class="stack settle" data-hold>
    {{#heads}}<input type="hidden" name="head" value="{{head}}">{{/heads}}
    {{#seen}}<input type="hidden" name="seen" value="{{seen}}">{{/seen}}
    <fieldset class="sides"{{#takeMistake}} aria-describedby="take-problem"{{/takeMistake}}><legend>[[Que retenez-vous ?|What holds?]]</legend>
    {{>divergence-sides}}
    {{#other}}{{>divergence-other}}{{/other}}
    </fieldset>
    {{#takeMistake}}<p class="problem" id="take-problem">{{takeMistake}}</p>{{/takeMistake}}
    <div class="around">{{>divergence-around}}</div>
    <div class="motive"><label for="motive">[[Motif|Motive]]</label>
    <p class="hint" id="motive-hint">[[Obligatoire.|Compulsory.]]{{#readers}} [[Liront ce motif :|Will read it:]] <bdi>{{readers}}</bdi>{{/readers}}</p>
    <textarea id="motive" name="motive" rows="3" maxlength="2000" aria-required="true" aria-describedby="motive-hint{{#motiveMistake}} motive-problem{{/motiveMistake}}"{{#motiveMistake}} aria-invalid="true"{{/motiveMistake}}{{#isMotiveFocused}} autofocus{{/isMotiveFocused}}>
    {{motive}}</textarea>
    {{#motiveMistake}}<p class="problem" id="motive-problem">{{motiveMistake}}</p>{{/motiveMistake}}</div>
    <div class="actions"><button class="main" name="step" value="preview">[[Voir ce qu'ils liront|See what they will read]]</button></div>
    </form>{{/form}}
    """

  static let sides = """
    {{#base}}<div class="side base"><p class="hint">[[Avant|Before]]</p>{{>divergence-side}}</div>{{/base}}
    {{#sides}}<div class="side">{{>divergence-side}}</div>
    {{/sides}}
    """

  static let side = """
    {{#pick}}<label class="choice"><input type="radio" name="take" value="{{take}}"{{#isChecked}} checked{{/isChecked}}{{#isFocused}} autofocus{{/isFocused}}><span class="value"><bdi>{{label}}</bdi></span></label>{{/pick}}
    {{^pick}}<p class="value"><bdi>{{label}}</bdi></p>{{/pick}}
    {{#hasPieces}}<p class="written">{{#pieces}}{{#isNew}}<ins>{{text}}</ins>{{/isNew}}{{^isNew}}{{text}}{{/isNew}}{{/pieces}}</p>{{/hasPieces}}
    {{#sources}}<p>{{>attribution}}{{#given}}<br>[[Motif donné :|Reason given:]] <span class="written"><bdi>{{given}}</bdi></span>{{/given}}</p>{{/sources}}
    {{#notes}}{{>divergence-note}}{{/notes}}
    """

  static let note = """
    <div class="note"><p class="hint">{{noteLabel}}</p><p class="written"><bdi>{{noteText}}</bdi></p></div>
    """

  static let other = """
    <div class="side otherwise"><label class="choice"><input type="radio" name="take" value="other"{{#isOtherChecked}} checked{{/isOtherChecked}}{{#otherMistake}} autofocus{{/otherMistake}}><span class="value">[[Une autre valeur|Another value]]</span></label>
    <div class="typed">
    {{#isChoice}}<label>[[La valeur|The value]] <select name="value"{{#otherMistake}} aria-invalid="true" aria-describedby="other-problem"{{/otherMistake}}><option value="">[[Choisir|Choose]]</option>{{#choices}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>{{/choices}}</select></label>{{/isChoice}}
    {{#isText}}<label>[[Le texte|The text]] <textarea name="other" rows="6" maxlength="20000"{{#otherMistake}} aria-invalid="true" aria-describedby="other-problem"{{/otherMistake}}>
    {{typed}}</textarea></label>{{/isText}}
    {{#fields}}<label>{{fieldLabel}} <input type="text" name="{{name}}" value="{{typed}}" maxlength="1000" autocomplete="off"{{#otherMistake}} aria-invalid="true" aria-describedby="other-problem"{{/otherMistake}}></label>{{/fields}}
    {{#otherMistake}}<p class="problem" id="other-problem">{{otherMistake}}</p>{{/otherMistake}}
    </div></div>
    """

  static let around = """
    {{#hasEvidence}}<h2>[[Preuves liées|Linked evidence]]</h2>
    <ul>{{#evidence}}<li><bdi>{{evidenceTitle}}</bdi>{{#dated}}, [[datée du|dated]] {{dated}}{{/dated}} — {{standing}} {{#evidenceBy}}{{>attribution}}{{/evidenceBy}}</li>{{/evidence}}</ul>{{/hasEvidence}}
    {{#hasObservations}}<h2>[[Autres constats du même indicateur|Other observations of the same indicator]]</h2>
    {{#observations}}{{>divergence-note}}<p>{{#noteBy}}{{>attribution}}{{/noteBy}}</p>{{/observations}}{{/hasObservations}}
    """

  static let settled = """
    <p class="done">[[C'est tranché : il n'y a plus rien à faire ici.|This is settled: nothing is left to do here.]]</p>
    <dl class="facts">
    <dt>[[Valeur retenue|Value that holds]]</dt><dd{{#isWritten}} class="written"{{/isWritten}}><strong><bdi>{{endWords}}</bdi></strong></dd>
    {{#endMotive}}<dt>[[Motif|Motive]]</dt><dd class="written"><bdi>{{endMotive}}</bdi></dd>{{/endMotive}}
    {{#endBy}}<dt>[[Tranché par|Settled by]]</dt><dd>{{>attribution}}</dd>{{/endBy}}
    {{^endBy}}<dt>[[Comment|How]]</dt><dd>[[Les auteurs ont fini par écrire la même valeur.|The authors came to write the same value.]]</dd>{{/endBy}}
    </dl>
    {{#hasAlternatives}}<h2>[[Ce qui s'opposait|What stood against each other]]</h2>
    <div class="sides">{{#alternatives}}<div class="side"><p class="value written"><bdi>{{words}}</bdi></p>{{#saidBy}}<p>{{>attribution}}</p>{{/saidBy}}</div>{{/alternatives}}</div>{{/hasAlternatives}}
    <p><a href="/">[[Retour à ce qui est à traiter|Back to what is to do]]</a></p>
    """

  static let preview = """
    {{>divergence-crumbs}}
    <h1>[[Avant de trancher|Before settling]] <span class="count">{{code}}</span></h1>
    <p>[[Rien n'est encore enregistré.|Nothing is saved yet.]]{{#previewReaders}} [[Liront ceci :|Will read this:]] <strong><bdi>{{previewReaders}}</bdi></strong>{{/previewReaders}}</p>
    <blockquote class="notice"><p><strong><bdi>{{sentence}}</bdi></strong></p>
    {{#previewText}}<p class="written"><bdi>{{previewText}}</bdi></p>{{/previewText}}
    <p>[[Motif :|Motive:]] <span class="written"><bdi>{{previewMotive}}</bdi></span></p>
    <p class="meta"><bdi>{{reader}}</bdi>, {{now}}</p></blockquote>
    <form method="post" action="{{formPath}}" data-hold>
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
    <div class="actions"><button class="main" name="step" value="settle" autofocus>[[Trancher|Settle]]</button>
    <button class="second" name="step" value="edit">[[Modifier|Change]]</button></div>
    </form>

    """

  static let all: [String: String] = [
    "divergence": page, "divergence-crumbs": crumbs, "divergence-unsent": unsent, "divergence-open": open,
    "divergence-sides": sides, "divergence-side": side, "divergence-note": note, "divergence-other": other,
    "divergence-around": around, "divergence-settled": settled, "divergence-preview": preview,
    "done-notice": DoneNotice.template,
  ]
}
