/// The page of an observed change.
enum SituationTemplate {
  static let page = """
    <p class="crumbs"><a href="/">[[À traiter|To do]]</a> › <a href="{{bodyPath}}"><bdi>{{bodyName}}</bdi></a></p>
    <h1>{{heading}}</h1>
    {{#done}}<p class="done" role="status">[[Votre réponse est enregistrée.|Your answer is saved.]]</p>{{/done}}
    {{#problem}}<div class="problem" role="alert"><p><strong>{{what}}</strong></p>
    {{#hasNews}}<ul>{{#news}}<li><span class="written"><bdi>{{newsText}}</bdi></span><br>{{#newsBy}}{{>attribution}}{{/newsBy}}</li>{{/news}}</ul>{{/hasNews}}
    <p>{{next}}</p></div>{{/problem}}
    {{#unsentMotive}}<div class="notice"><p>[[Vous aviez saisi, sans que rien soit enregistré :|You had typed, and nothing of it was saved:]]</p><p class="written"><bdi>{{unsentMotive}}</bdi></p></div>{{/unsentMotive}}
    <p>[[Constater n'est pas déclarer : seule la déclaration de l'organisme arrête son délai de 30 jours (R-ROLE-19).|Observing is not declaring: only the body's own declaration stops its 30-day clock (R-ROLE-19).]]</p>
    <div class="sides">
    <div class="side base"><h2>[[Le registre|The register]]</h2>
    {{#register}}<p class="hint">{{registerLabel}}</p><p class="value"><bdi>{{registerWords}}</bdi></p>{{#registerBy}}<p>{{>attribution}}</p>{{/registerBy}}{{/register}}
    {{#noRegister}}<p>[[Le registre ne tient pas encore ce fait. Accepter consigne la réponse, sans rien y écrire.|The register does not hold this fact yet. Accepting records the answer and writes nothing there.]]</p>{{/noRegister}}</div>
    <div class="side"><h2>[[Ce qui a été vu|What was seen]]</h2>
    <p class="value"><bdi>{{observed}}</bdi></p>
    {{#observedBy}}<p>{{>attribution}}</p>{{/observedBy}}
    <dl class="facts">
    {{#seenOn}}<dt>[[Vu le|Seen on]]</dt><dd>{{seenOn}}</dd>{{/seenOn}}
    <dt>[[Pièce attendue|Proof to come]]</dt><dd><bdi>{{#proofDue}}{{proofDue}}{{/proofDue}}{{^proofDue}}[[aucune|none]]{{/proofDue}}</bdi></dd>
    {{#note}}<dt>[[Note|Note]]</dt><dd class="written"><bdi>{{note}}</bdi></dd>{{/note}}
    </dl></div>
    </div>
    {{#closed}}<p class="notice">{{closed}}</p>{{/closed}}
    {{#confirmed}}<p class="done">[[Le registre dit désormais la même chose : il n'y a plus rien à faire ici.|The register now says the same: nothing is left to do here.]]</p>{{/confirmed}}
    {{#disputedPath}}<p class="notice">[[Une divergence est à trancher d'abord :|A divergence is to be settled first:]] <a href="{{disputedPath}}">[[voir la divergence|see the divergence]]</a></p>{{/disputedPath}}
    {{#answered}}<h2>[[Suite donnée|Answer]]</h2>
    <dl class="facts"><dt>[[Réponse|Answer]]</dt><dd><strong>{{answerWords}}</strong></dd>
    <dt>[[Motif|Motive]]</dt><dd class="written"><bdi>{{answerMotive}}</bdi></dd>
    <dt>[[Par|By]]</dt><dd><bdi>{{answerWho}}</bdi>, {{answerMoment}}</dd></dl>
    <p><a href="/">[[Retour à ce qui est à traiter|Back to what is to do]]</a></p>{{/answered}}
    {{#form}}<h2>[[Votre réponse|Your answer]]</h2>
    <form method="post" action="{{formPath}}" class="stack" data-hold>
    {{#heads}}<input type="hidden" name="head" value="{{head}}">{{/heads}}
    <fieldset{{#takeMistake}} aria-describedby="take-problem"{{/takeMistake}}><legend>[[Que faites-vous de ce constat ?|What do you do of it?]]</legend>
    <p><label><input type="radio" name="take" value="accepted"{{#isAccepted}} checked{{/isAccepted}}{{#isTakeFocused}} autofocus{{/isTakeFocused}}>[[Accepter|Accept]]{{#next}} — {{nextLabel}}[[ :|:]] <bdi>{{nextWords}}</bdi>{{/next}}</label></p>
    <p><label><input type="radio" name="take" value="set-aside"{{#isSetAside}} checked{{/isSetAside}}>[[Écarter : le registre reste comme il est|Set aside: the register stays as it is]]</label></p>
    </fieldset>
    {{#takeMistake}}<p class="problem" id="take-problem">{{takeMistake}}</p>{{/takeMistake}}
    <div><label for="motive">[[Motif|Motive]]</label>
    <p class="hint" id="motive-hint">[[Obligatoire. Qui a constaté le lira.|Compulsory. Whoever observed it will read it.]]</p>
    <textarea id="motive" name="motive" rows="3" maxlength="2000" aria-required="true" aria-describedby="motive-hint{{#motiveMistake}} motive-problem{{/motiveMistake}}"{{#motiveMistake}} aria-invalid="true"{{/motiveMistake}}{{#isMotiveFocused}} autofocus{{/isMotiveFocused}}>
    {{motive}}</textarea>
    {{#motiveMistake}}<p class="problem" id="motive-problem">{{motiveMistake}}</p>{{/motiveMistake}}</div>
    <div class="actions"><button class="main">[[Enregistrer la réponse|Save the answer]]</button></div>
    </form>{{/form}}

    """

  static let all: [String: String] = ["situation": page]
}
