/// The list of what needs someone, part by part.
enum WorkTemplate {
  static let page = """
    {{#back}}<p class="crumbs"><a href="{{back}}">[[À traiter|To do]]</a></p>{{/back}}
    <h1>[[À traiter|To do]]</h1>
    {{#done}}{{>done-notice}}{{/done}}
    {{#totals}}<p>{{totals}}</p>{{/totals}}
    {{#reading}}<p class="notice" role="status">{{text}} <a href="{{path}}">[[Actualiser|Reload]]</a></p>{{/reading}}
    {{#unreadable}}<p class="problem">{{unreadable}}</p>{{/unreadable}}
    {{#parts}}
    <section aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{heading}} <span class="count">({{count}})</span></h2>
    {{#horizon}}<nav class="pages" aria-label="[[Jusqu'où regarder|How far ahead]]">{{#choices}}<a href="{{address}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{days}} [[jours ouvrés|working days]]</a>{{/choices}}</nav>{{/horizon}}
    {{#nothing}}<p class="hint">{{nothing}}</p>{{/nothing}}
    {{#reasons}}
    <div class="wide"><table>
    <caption>[[Par motif|By reason]]</caption>
    <thead><tr><th scope="col">[[Motif|Reason]]</th><th scope="col">[[Lignes|Lines]]</th></tr></thead>
    <tbody>{{#lines}}<tr><th scope="row">{{reason}}</th><td>{{count}}</td></tr>{{/lines}}</tbody>
    </table></div>
    {{#kept}}<p class="hint">{{kept}}</p>{{/kept}}
    {{/reasons}}
    {{#groups}}
    {{#subheading}}<h3>{{subheading}}</h3>{{/subheading}}
    <ul class="work">
    {{#lines}}
    <li><div>{{#path}}<a href="{{path}}" data-line><bdi>{{title}}</bdi></a>{{/path}}{{^path}}<bdi>{{title}}</bdi>{{/path}}{{#tag}} <span class="tag {{look}}">{{text}}</span>{{/tag}}</div>{{#when}}<span class="when">{{when}}</span>{{/when}}{{#meta}}<span class="meta">{{.}}</span>{{/meta}}</li>
    {{/lines}}
    </ul>
    {{/groups}}
    {{#more}}<p><a href="{{path}}">{{text}}</a></p>{{/more}}
    {{#pages}}
    <nav class="pages" aria-label="[[Pages de la liste|Pages of the list]]">{{#before}}<a href="{{before}}" rel="prev">[[Page précédente|Previous page]]</a>{{/before}}<span>{{at}}</span>{{#after}}<a href="{{after}}" rel="next">[[Page suivante|Next page]]</a>{{/after}}</nav>
    {{/pages}}
    </section>
    {{/parts}}

    """
}
