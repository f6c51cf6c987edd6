/// The page of a form.
///
/// Names differ from part to part: a name that a part lacks would be looked for in what stands around it.
enum ActTemplate {
  static let page = """
    <p class="crumbs"><a href="/dossiers">[[Dossiers|Dossiers]]</a> › <a href="{{placePath}}"><bdi>{{placeName}}</bdi></a></p>
    <h1>{{heading}}</h1>
    {{#subject}}<p>[[Sur :|On:]] <strong><bdi>{{subject}}</bdi></strong></p>{{/subject}}
    {{#summary}}<div class="problem" role="alert"><p><strong>[[Rien n'a été enregistré : à revoir dans ce formulaire|Nothing was saved: to be looked at in this form]]</strong></p>
    <ul>{{#faults}}<li><a href="#{{faultAnchor}}">{{faultLabel}}</a> — {{faultWords}}</li>{{/faults}}</ul></div>{{/summary}}
    {{#problem}}<div class="problem" role="alert"><p><strong>{{what}}</strong></p>
    {{#hasReasons}}<ul>{{#reasons}}<li><p><strong>{{reasonWhat}}</strong></p><p>{{reasonWhy}}</p><p>{{reasonWay}} <span class="meta rule">({{reasonRule}})</span></p></li>{{/reasons}}</ul>{{/hasReasons}}
    {{#hasNews}}<ul>{{#news}}<li><bdi>{{.}}</bdi></li>{{/news}}</ul>{{/hasNews}}
    <p>{{next}}</p></div>{{/problem}}
    {{#isForeseen}}<p class="done" role="status">[[Tel que rempli, l'acte serait admis. Rien n'est encore enregistré.|As filled in, the act would be accepted. Nothing is saved yet.]]</p>{{/isForeseen}}
    <dl class="facts">{{#facts}}<dt>{{factName}}</dt><dd>{{factText}}{{#factRules}}<span class="rule">{{.}}</span> {{/factRules}}</dd>{{/facts}}</dl>
    {{^isEntitled}}<p class="notice">[[Votre rôle ne permet pas de remplir ce formulaire : demandez à quelqu'un qui le peut.|Your role may not fill in this form: ask somebody who may.]]</p>{{/isEntitled}}
    {{#form}}
    <form method="post" action="{{formPath}}" class="stack act" data-hold>
    <button class="unseen" name="step" value="{{#isAct}}check{{/isAct}}{{^isAct}}send{{/isAct}}" tabindex="-1" aria-hidden="true">[[Envoyer|Send]]</button>
    <input type="hidden" name="on" value="{{formOn}}"><input type="hidden" name="seen" value="{{formSeen}}">
    {{#formState}}<input type="hidden" name="state" value="{{formState}}">{{/formState}}
    {{#inputs}}{{>act-input}}{{/inputs}}
    <div class="actions">
    {{#isAct}}<button class="main" name="step" value="send">[[Demander cet acte|Ask for this act]]</button>
    <button class="second" name="step" value="check">[[Vérifier d'abord, sans rien enregistrer|Check first, saving nothing]]</button>{{/isAct}}
    {{^isAct}}<button class="main" name="step" value="send">[[Enregistrer|Save]]</button>{{/isAct}}
    <a href="{{returnPath}}">[[Annuler|Cancel]]</a>
    </div>
    </form>
    {{/form}}

    """

  /// One input with its label, its hint, and what is wrong with it.
  static let input = """
    {{#isMarks}}<fieldset{{#described}} aria-describedby="{{described}}"{{/described}}{{#isRadio}} role="radiogroup"{{#isRequired}} aria-required="true"{{/isRequired}}{{/isRadio}}><legend>{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}}</legend>
    {{#hint}}<p class="hint" id="{{hintID}}">{{hint}}</p>{{/hint}}
    {{#marks}}<p><label><input type="{{markType}}" id="{{markID}}" name="{{name}}" value="{{markCode}}"{{#isMarked}} checked{{/isMarked}}{{#isMarkFocused}} autofocus{{/isMarkFocused}}><bdi>{{markWords}}</bdi></label></p>{{/marks}}
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</fieldset>{{/isMarks}}
    {{#isNone}}<div class="one"><p id="{{anchor}}" tabindex="-1">{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}} — [[rien à choisir pour l'instant.|nothing to choose so far.]]{{#maker}} <a href="{{makerPath}}">{{makerWords}}</a>{{/maker}}</p>
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</div>{{/isNone}}
    {{#isLines}}<fieldset{{#described}} aria-describedby="{{described}}"{{/described}}><legend>{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}}</legend>
    {{#hint}}<p class="hint" id="{{hintID}}">{{hint}}</p>{{/hint}}
    {{#lines}}<p>{{#isArea}}<textarea rows="3" id="{{lineID}}" name="{{name}}" aria-label="{{lineLabel}}"{{#isFaulty}} aria-invalid="true"{{/isFaulty}}{{#isLineFocused}} autofocus{{/isLineFocused}}>
    {{lineTyped}}</textarea>{{/isArea}}{{^isArea}}<input type="text" value="{{lineTyped}}" inputmode="{{mode}}" autocomplete="off" id="{{lineID}}" name="{{name}}" aria-label="{{lineLabel}}"{{#isFaulty}} aria-invalid="true"{{/isFaulty}}{{#isLineFocused}} autofocus{{/isLineFocused}}>{{/isArea}}</p>{{/lines}}
    <button class="second" name="step" value="more">[[Ajouter une ligne|Add a line]]</button>
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</fieldset>{{/isLines}}
    {{#isLine}}<div class="one"><label for="{{anchor}}">{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}}</label>
    {{#hint}}<p class="hint" id="{{hintID}}">{{hint}}</p>{{/hint}}
    <input type="text"{{#isShort}} class="short"{{/isShort}} id="{{anchor}}" name="{{name}}" value="{{typed}}" inputmode="{{mode}}" autocomplete="off"{{#isRequired}} aria-required="true"{{/isRequired}}{{#described}} aria-describedby="{{described}}"{{/described}}{{#isFaulty}} aria-invalid="true"{{/isFaulty}}{{#isFocused}} autofocus{{/isFocused}}>
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</div>{{/isLine}}
    {{#isText}}<div class="one"><label for="{{anchor}}">{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}}</label>
    {{#hint}}<p class="hint" id="{{hintID}}">{{hint}}</p>{{/hint}}
    <textarea id="{{anchor}}" name="{{name}}" rows="4"{{#isRequired}} aria-required="true"{{/isRequired}}{{#described}} aria-describedby="{{described}}"{{/described}}{{#isFaulty}} aria-invalid="true"{{/isFaulty}}{{#isFocused}} autofocus{{/isFocused}}>
    {{typed}}</textarea>
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</div>{{/isText}}
    {{#isSelect}}<div class="one"><label for="{{anchor}}">{{label}}{{#isRequired}} ([[obligatoire|compulsory]]){{/isRequired}}</label>
    {{#hint}}<p class="hint" id="{{hintID}}">{{hint}}</p>{{/hint}}
    <select id="{{anchor}}" name="{{name}}"{{#isRequired}} aria-required="true"{{/isRequired}}{{#described}} aria-describedby="{{described}}"{{/described}}{{#isFaulty}} aria-invalid="true"{{/isFaulty}}{{#isFocused}} autofocus{{/isFocused}}><option value="">[[Choisir|Choose]]</option>{{#options}}<option value="{{optionCode}}"{{#isChosen}} selected{{/isChosen}}>{{optionWords}}</option>{{/options}}</select>
    {{#fault}}<p class="problem" id="{{faultID}}">{{fault}}</p>{{/fault}}</div>{{/isSelect}}

    """

  /// The forms one may fill in here, by what they are about.
  static let offers = """
    {{#hasNext}}<p>[[Ce que l'état permet maintenant :|What the state allows now:]]</p>
    <ul class="offers">{{#nextOffers}}<li><a href="{{offerPath}}">{{offerWords}}</a></li>{{/nextOffers}}</ul>{{/hasNext}}
    {{#hasOthers}}<details>
    <summary>[[Tout ce que votre rôle peut remplir ici|All that your role may fill in here]]</summary>
    {{#offerGroups}}<h3>{{offerHeading}}</h3>
    <ul class="offers">{{#offers}}<li><a href="{{offerPath}}">{{offerWords}}</a></li>{{/offers}}</ul>
    {{/offerGroups}}
    </details>{{/hasOthers}}
    """

  static let all: [String: String] = [
    "act": page, "act-input": input, "act-offers": offers, "acted-notice": ActNotice.template,
  ]
}
