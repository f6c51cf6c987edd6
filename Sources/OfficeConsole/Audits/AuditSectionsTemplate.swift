/// The long part of an audit's page: item by item, then the meetings, the interviews and what came beside them.
enum AuditSectionsTemplate {
  static let sections = """
    <h2 id="sections">{{#isQualiopi}}[[Indicateurs|Indicators]]{{/isQualiopi}}{{^isQualiopi}}[[Points de contrôle|Control points]]{{/isQualiopi}}</h2>
    {{#sections}}
    <section class="item" id="{{sectionAnchor}}" aria-labelledby="{{sectionAnchor}}-title">
    <h3 id="{{sectionAnchor}}-title">{{sectionTitle}}</h3>
    <p><span class="{{gradeClass}}">{{gradeWords}}</span>{{#isGradeDisputed}} <span class="tag warn">[[≠ retenue en attendant|≠ held for the time being]]</span>{{/isGradeDisputed}} {{#gradeBy}}{{>attribution}}{{/gradeBy}}</p>
    <ul class="finds">{{#gradeAlternatives}}<li><b>{{altWords}}</b> {{#altBy}}{{>attribution}}{{/altBy}}</li>{{/gradeAlternatives}}{{#gradeLate}}<li><span class="tag warn">[[arrivée après|came afterwards]]</span> {{lateGrade}} {{#lateBy}}{{>attribution}}{{/lateBy}}</li>{{/gradeLate}}</ul>
    {{#gradeMotive}}<p>[[Tranché, motif :|Settled, motive:]] <span class="written">{{.}}</span></p>{{/gradeMotive}}
    {{#itemDivergences}}<p>{{>audit-divergence}}</p>{{/itemDivergences}}
    {{#comment}}<p class="written">{{.}}</p><p>{{#isCommentUnread}}<span class="tag">[[fusionné, pas encore relu|merged, not read again yet]]</span> {{/isCommentUnread}}{{#commentBy}}{{>attribution}}{{/commentBy}}</p>{{/comment}}
    {{#lack}}<p>[[Absence de preuve :|Lack of evidence:]] <span class="written">{{.}}</span> {{#lackBy}}{{>attribution}}{{/lackBy}}</p>{{/lack}}
    <p class="hint">{{#scopeWhy}}[[Périmètre :|Scope:]] {{.}}. {{/scopeWhy}}{{#isBare}}[[Ni constat ni preuve.|Neither observation nor evidence.]]{{/isBare}}</p>
    {{#hasObservations}}
    <h4>[[Constats|Observations]]</h4>
    <ul class="finds">{{#observations}}<li><p class="where">{{observationPlace}}</p><p class="written">{{observationText}}</p><p>{{#isObservationUnread}}<span class="tag">[[fusionné, pas encore relu|merged, not read again yet]]</span> {{/isObservationUnread}}{{#observationBy}}{{>attribution}}{{/observationBy}}{{#observationDivergences}} {{>audit-divergence}}{{/observationDivergences}}</p></li>{{/observations}}</ul>
    {{#moreObservations}}{{>audit-more}}{{/moreObservations}}
    {{/hasObservations}}
    {{#hasProofs}}
    <h4>[[Preuves|Evidence]]</h4>
    {{#sectionProofs}}{{>audit-proofs}}{{/sectionProofs}}
    {{/hasProofs}}
    </section>
    {{/sections}}
    {{#hasLoose}}
    <section class="item" id="proofs" aria-labelledby="proofs-title">
    <h3 id="proofs-title">[[Preuves sans indicateur|Evidence without an indicator]]</h3>
    {{#looseProofs}}{{>audit-proofs}}{{/looseProofs}}
    </section>
    {{/hasLoose}}

    """

  static let proofs = """
    <ul class="finds">{{#proofs}}<li><p><b>{{proofTitle}}</b> <span class="{{proofClass}}">{{proofState}}</span>{{#proofFile}} <span class="meta">{{.}}</span>{{/proofFile}}</p><p class="meta">{{proofDetail}}</p><p>{{#proofBy}}{{>attribution}}{{/proofBy}}{{#proofDivergences}} {{>audit-divergence}}{{/proofDivergences}}</p></li>{{/proofs}}</ul>
    {{#moreProofs}}{{>audit-more}}{{/moreProofs}}

    """

  static let record = """
    <h2 id="meetings">[[Réunions|Meetings]]</h2>
    <div class="sides">
    {{#sheets}}
    <div class="side"><h3>{{sheetTitle}}</h3>
    {{#isSheetEmpty}}<p class="hint">[[Feuille pas encore remplie.|Sheet not filled yet.]]</p>{{/isSheetEmpty}}
    {{^isSheetEmpty}}<dl class="pairs">{{#sheetFacts}}<div><dt>{{sheetFact}}</dt><dd>{{sheetText}}{{#sheetDivergences}} {{>audit-divergence}}{{/sheetDivergences}}</dd></div>{{/sheetFacts}}</dl>
    {{#sheetRemarks}}<p>[[Remarques :|Remarks:]] <span class="written">{{.}}</span>{{#isRemarksUnread}} <span class="tag">[[fusionné, pas encore relu|merged, not read again yet]]</span>{{/isRemarksUnread}}{{#remarksDivergences}} {{>audit-divergence}}{{/remarksDivergences}}</p>{{/sheetRemarks}}{{/isSheetEmpty}}
    </div>
    {{/sheets}}
    </div>

    <h2 id="interviews">[[Entretiens|Interviews]]</h2>
    {{^hasInterviews}}<p class="hint">[[Aucun entretien.|No interview.]]</p>{{/hasInterviews}}
    <ul class="finds">{{#interviews}}<li><p class="where">{{interviewWith}}{{#interviewSite}} — {{.}}{{/interviewSite}}</p><p class="written">{{interviewText}}</p>{{#interviewBy}}{{>attribution}}{{/interviewBy}}</li>{{/interviews}}</ul>
    {{#moreInterviews}}{{>audit-more}}{{/moreInterviews}}

    <h2 id="situations">[[Changements constatés|Observed changes]]</h2>
    {{^hasSituations}}<p class="hint">[[Aucun changement constaté chez cet organisme.|No change was observed at this body.]]</p>{{/hasSituations}}
    <ul class="finds">{{#situations}}<li><a href="{{situationPath}}">{{situationSubject}}[[ :|:]] {{situationObserved}}</a> <span class="{{situationClass}}">{{situationState}}</span>{{#situationOn}} <span class="meta">[[constaté le|observed on]] {{.}}</span>{{/situationOn}}</li>{{/situations}}</ul>
    {{#hasLate}}
    <h2 id="late">[[Arrivé après la présentation|Came after the presentation]] <span class="count">({{lateCount}})</span></h2>
    <p class="hint">[[Gardé et listé : rien de ce qui suit ne change ce qui a été présenté.|Kept and listed: nothing of this changes what was presented.]]</p>
    <ul class="finds">{{#lateWrites}}<li><p><b>{{latePlace}}</b>[[ :|:]] <span class="written">{{lateValue}}</span></p>{{#lateWriteBy}}{{>attribution}}{{/lateWriteBy}}</li>{{/lateWrites}}</ul>
    {{#moreLate}}{{>audit-more}}{{/moreLate}}
    {{/hasLate}}

    """
}
