/// The page of what was kept aside and of the devices people carry.
///
/// Names differ from part to part: a name that a part lacks would be looked for in what stands around it.
enum QuarantineTemplate {
  static let page = """
    <p class="crumbs"><a href="/">[[À traiter|To do]]</a></p>
    <h1>[[Mis de côté|Kept aside]]</h1>
    {{#done}}<p class="done" role="status">{{done}}</p>{{/done}}
    {{#problem}}<div class="problem" role="alert"><p><strong>{{what}}</strong></p><p>{{next}}</p></div>{{/problem}}
    <p>[[Ce qu'un poste a envoyé et que le serveur ne pouvait pas admettre n'est jamais perdu. L'admettre l'écrit de nouveau à votre nom, avec le renvoi à la ligne d'origine ; la ligne est jugée comme toute écriture de votre part.|What a device sent and the server could not take is never lost. To admit it is to write it anew under your name, naming the line it was; it is judged like anything you write.]]</p>
    <h2 id="lines">[[Lignes mises de côté|Lines kept aside]]</h2>
    {{^hasLines}}<p class="hint">[[Aucune ligne n'a été mise de côté.|No line was kept aside.]]</p>{{/hasLines}}
    {{#lines}}
    <section class="item" id="{{anchor}}" aria-labelledby="{{anchor}}-title">
    <h3 id="{{anchor}}-title">{{title}} — <bdi>{{place}}</bdi></h3>
    {{#reissued}}<p><span class="tag good">[[admise|admitted]]</span> {{reissued}}</p>{{/reissued}}
    <dl class="facts">
    <dt>[[Motif|Reason]]</dt><dd>{{why}}</dd>
    <dt>[[Envoyée par|Sent by]]</dt><dd>{{sender}}</dd>
    <dt>[[Reçue le|Received]]</dt><dd>{{received}}</dd>
    {{#placePath}}<dt>[[Où|Where]]</dt><dd><a href="{{placePath}}"><bdi>{{place}}</bdi></a></dd>{{/placePath}}
    </dl>
    {{#hasSays}}<p>[[Ce qu'elle aurait écrit :|What it would have written:]]</p>
    <ul>{{#says}}<li><bdi>{{sentence}}</bdi></li>{{/says}}</ul>{{/hasSays}}
    {{#rest}}<p class="hint">{{rest}}</p>{{/rest}}
    {{#unreadable}}<p>{{unreadable}}</p>{{/unreadable}}
    <div class="actions">
    {{#mayAdmit}}<form method="post" action="/quarantine"><input type="hidden" name="row" value="{{row}}"><button class="main" aria-describedby="{{anchor}}-title">[[Admettre en mon nom|Admit under my name]]</button></form>{{/mayAdmit}}
    <a href="{{filePath}}" download aria-describedby="{{anchor}}-title">[[Enregistrer dans un fichier|Save to a file]]</a>
    </div>
    </section>
    {{/lines}}
    <nav class="pages" aria-label="[[Pages de la liste|Pages of the list]]">{{#newer}}<a href="{{newer}}" rel="prev">[[Plus récentes|Newer]]</a>{{/newer}}{{#older}}<a href="{{older}}" rel="next">[[Plus anciennes|Older]]</a>{{/older}}</nav>
    <h2 id="devices">[[Postes|Devices]]</h2>
    {{^hasDevices}}<p class="hint">[[Personne n'a encore de poste.|Nobody has a device yet.]]</p>{{/hasDevices}}
    {{#hasDevices}}<table class="register">
    <caption>[[Ce que chacun a saisi depuis son dernier échange n'est peut-être pas ici|What each captured since its last exchange may not be here]]</caption>
    <thead><tr><th scope="col">[[Poste|Device]]</th><th scope="col">[[Personne|Person]]</th><th scope="col">[[Dernier échange|Last exchange]]</th><th scope="col">[[Sans nouvelles depuis|Silent for]]</th></tr></thead>
    <tbody>{{#devices}}<tr><th scope="row">{{deviceName}}{{#isOut}} <span class="tag plain">[[retiré|taken back]]</span>{{/isOut}}{{#isSilent}} <span class="tag warn">[[silencieux|silent]]</span>{{/isSilent}}</th><td data-column="[[Personne :|Person:]]"><bdi>{{deviceUser}}</bdi></td><td data-column="[[Dernier échange :|Last exchange:]]">{{deviceLast}}</td><td data-column="[[Sans nouvelles depuis :|Silent for:]]">{{deviceDays}}</td></tr>
    {{/devices}}</tbody></table>{{/hasDevices}}

    """
}
