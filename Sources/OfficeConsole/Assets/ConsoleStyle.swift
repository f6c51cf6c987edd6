/// One style sheet for all pages: type and lines, no pictures; readable from 320 pixels on, and on paper.
///
/// Text and lines keep at least 4.5:1 and 3:1 against what they stand on (WCAG 2.2 AA); no meaning hangs on colour alone.
enum ConsoleStyle {
  static let sheet = """
    :root { color-scheme: light; --ink: #1b1f24; --soft: #4d5661; --line: #c4cbd3; --edge: #7b8794; --paper: #fff;
      --wash: #f3f5f7; --accent: #1f3a5f; --grave: #8c1d18; --grave-wash: #fbeceb; --good: #1d5b34; --good-wash: #eaf5ee;
      --warn: #6b4700; --warn-wash: #fdf4e1; }
    * { box-sizing: border-box; }
    html { font: 100%/1.5 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); }
    body { margin: 0; }
    a { color: #14508c; text-underline-offset: .15em; }
    a:hover { text-decoration-thickness: .15em; }
    :focus-visible { outline: 3px solid #14508c; outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: .5rem; top: .5rem; z-index: 1; }
    header.shell { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.5rem; padding: .5rem 1.25rem; background: var(--accent); color: #fff; }
    header.shell a, header.shell button { color: #fff; }
    header.shell :focus-visible { outline-color: #fff; }
    header.shell p, header.shell ul { margin: 0; padding: 0; list-style: none; }
    header.shell ul { display: flex; gap: 1.25rem; }
    .mark a { font-weight: 700; letter-spacing: .02em; text-decoration: none; }
    nav [aria-current] { font-weight: 700; text-decoration-thickness: .18em; }
    .person { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; }
    button.quiet { font: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; padding: .2rem .7rem; cursor: pointer; min-height: 1.75rem; }
    main { max-width: 78rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; overflow-wrap: anywhere; }
    main:focus { outline: none; }
    footer.shell { border-top: 1px solid var(--line); padding: .25rem 1.25rem; color: var(--soft); font-size: .875rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 .5rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    p { margin: .4rem 0; max-width: 46rem; }
    .hint, .meta { color: var(--soft); font-size: .9rem; }
    .written { white-space: pre-wrap; overflow-wrap: anywhere; }
    .notice, .problem, .news, .done { border-left: 5px solid var(--edge); background: var(--wash); padding: .5rem .9rem; max-width: none; }
    .problem { border-color: var(--grave); background: var(--grave-wash); }
    .done { border-color: var(--good); background: var(--good-wash); }
    .news { margin: 0; border-color: var(--warn); background: var(--warn-wash); position: sticky; top: 0; }
    .news[hidden] { display: none; }
    .crumbs { font-size: .9rem; color: var(--soft); margin-top: .25rem; }
    ul.work { list-style: none; margin: 0; padding: 0; }
    ul.work > li { border-bottom: 1px solid var(--line); padding: .5rem 0; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; }
    ul.work > li > .meta { grid-column: 1; }
    ul.work > li > .when { grid-column: 2; grid-row: 1; white-space: nowrap; color: var(--soft); }
    .count { font-weight: 400; color: var(--soft); }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    caption { text-align: left; color: var(--soft); padding: .25rem 0; }
    th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
    thead th { border-bottom: 2px solid var(--edge); font-size: .85rem; color: var(--soft); }
    .wide { overflow-x: auto; }
    dl.facts { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .3rem 1rem; margin: .5rem 0; }
    dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
    .tag { display: inline-block; border: 1px solid var(--edge); border-radius: 3px; padding: 0 .4rem; font-size: .85rem; background: var(--wash); white-space: nowrap; }
    .tag.grave { border-color: var(--grave); color: var(--grave); background: var(--grave-wash); font-weight: 700; }
    .tag.good { border-color: var(--good); color: var(--good); background: var(--good-wash); }
    .tag.warn { border-color: var(--warn); color: var(--warn); background: var(--warn-wash); }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1rem; margin: 1rem 0; padding: 0; border: 0; }
    .side { border: 1px solid var(--edge); border-radius: 6px; padding: .75rem 1rem; background: var(--paper); }
    .side.base { border-style: dashed; background: var(--wash); }
    .side:has(input:checked) { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
    .side .value { font-size: 1.15rem; font-weight: 700; margin: .25rem 0 .5rem; }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(4.2rem, 1fr)); gap: .4rem; list-style: none; margin: .5rem 0; padding: 0; }
    .grid > li { border: 1px solid var(--edge); border-radius: 4px; padding: .2rem .4rem; text-align: center; background: var(--paper); }
    .grid > li a { display: block; text-decoration: none; color: inherit; }
    .grid .code { display: block; font-size: .8rem; color: var(--soft); } .grid .letter { display: block; font-weight: 700; font-size: 1.1rem; }
    .grid > li.grave { border: 2px solid var(--grave); background: var(--grave-wash); } .grid > li.warn { border: 2px dashed var(--warn); background: var(--warn-wash); }
    .grid > li.out { background: var(--wash); color: var(--soft); }
    ol.line { list-style: none; margin: .5rem 0; padding: 0 0 0 1.1rem; border-left: 3px solid var(--line); }
    ol.line > li { position: relative; margin: 0 0 .9rem; } ol.line > li::before { content: ""; position: absolute; left: -1.5rem; top: .45rem; width: .65rem; height: .65rem; border-radius: 50%; background: var(--accent); border: 2px solid var(--paper); }
    ol.line > li.ahead::before { background: var(--paper); border-color: var(--accent); }
    form.stack { display: grid; gap: .9rem; } form.narrow { max-width: 24rem; }
    label { display: block; } fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0; padding: .75rem 1rem; } legend { font-weight: 700; padding: 0 .3rem; }
    input[type=text], input[type=password], input[type=search], input:not([type]), textarea, select { font: inherit; width: 100%; padding: .4rem .5rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--paper); color: inherit; }
    textarea { min-height: 5rem; } input[type=radio], input[type=checkbox] { width: 1.15rem; height: 1.15rem; vertical-align: -.2rem; margin: 0 .4rem 0 0; accent-color: var(--accent); }
    .choice { font-weight: 700; }
    button.main { font: inherit; font-weight: 700; justify-self: start; background: var(--accent); color: #fff; border: 1px solid var(--accent); border-radius: 4px; padding: .5rem 1.25rem; cursor: pointer; }
    button.second { font: inherit; justify-self: start; background: var(--paper); color: var(--accent); border: 1px solid var(--accent); border-radius: 4px; padding: .5rem 1.25rem; cursor: pointer; }
    .actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1rem 0; }
    nav.pages { display: flex; gap: 1rem; margin: .75rem 0; }
    dl.facts dd > .meta { display: block; } ol.line > li.today { border-top: 2px solid var(--accent); padding-top: .4rem; }
    ul.history ul { margin: .15rem 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
    @media (max-width: 40rem) { main { padding: .5rem .75rem 2rem; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin: 0 0 .5rem; } .person { margin-left: 0; } ul.work > li { grid-template-columns: minmax(0, 1fr); } ul.work > li > .when { grid-column: 1; grid-row: auto; } }
    @media (forced-colors: active) { .side:has(input:checked) { outline: 3px solid Highlight; } }
    @media print { header.shell, .news, .skip, .actions, nav, form { display: none !important; } html { font-size: 10.5pt; } main { max-width: none; padding: 0; } h2 { break-after: avoid; } tr, li, .side { break-inside: avoid; } a { color: inherit; text-decoration: none; } @page { size: A4; margin: 16mm; } }
    td.links a { display: inline-block; min-height: 1.5rem; margin-right: .75rem; padding: .1rem 0; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .grid > li { position: relative; } .grid .blank { display: block; font-size: .8rem; line-height: 1.3; padding: .2rem 0; }
    .criteria { display: grid; grid-template-columns: minmax(11rem, 16rem) 1fr; gap: .25rem 1.25rem; align-items: center; } .criteria h3, .criteria .grid { margin: .15rem 0; }
    ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .5rem 0; padding: 0; }
    b, a, dd, td, .written, .meta, .tag, .where { unicode-bidi: isolate; }
    ul:empty, p:empty { display: none; } ul.finds { list-style: none; margin: .25rem 0; padding: 0; } ul.finds > li { border-left: 3px solid var(--line); padding: .15rem 0 .15rem .75rem; margin: .5rem 0; overflow-wrap: anywhere; } ul.finds p { margin: .1rem 0; }
    .where { font-weight: 700; } section.item { border-top: 1px solid var(--line); } h2 + section.item { border-top: 0; } section.item > p { max-width: 60rem; } h4 { font-size: .95rem; margin: .75rem 0 .2rem; }
    details > summary { cursor: pointer; padding: .4rem 0; } :target { scroll-margin-top: 3rem; } tr:target, section:target { background: var(--warn-wash); }
    dl.pairs { margin: 0; } dl.pairs dt { color: var(--soft); font-size: .9rem; } dl.pairs dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
    table.reasons td:last-child { white-space: nowrap; }
    @media (max-width: 40rem) { .criteria { grid-template-columns: 1fr; } .tag { white-space: normal; } table.reasons thead { display: none; } table.reasons tr { display: block; border-bottom: 1px solid var(--line); padding: .3rem 0; } table.reasons th, table.reasons td { display: block; border: 0; padding: 0; } nav.pages { flex-wrap: wrap; } }
    @media print { details::details-content { content-visibility: visible; block-size: auto; } .criteria { grid-template-columns: 12rem 1fr; } .criteria .grid { grid-template-columns: repeat(8, 1fr); } h3, h4 { break-after: avoid; } .side, ul.finds > li, .grid > li { break-inside: avoid; } .more { display: none; } }
    .side > h2 { margin-top: 0; } .side .choice input { flex: none; } .side .choice { display: flex; gap: .4rem; align-items: baseline; } .side .choice .value { margin: 0; overflow-wrap: anywhere; }
    .side .note { border-left: 3px solid var(--line); padding-left: .6rem; margin: .5rem 0; } .side .note p { margin: 0; }
    .otherwise .typed { display: grid; gap: .5rem; margin-top: .5rem; }
    .otherwise:has(> .choice input:not(:checked)) .typed { display: none; }
    form.settle h2 { font-size: 1rem; margin: 0; border: 0; } form.settle .around ul { margin: 0; } blockquote.notice { margin: .75rem 0; }
    fieldset.sides > legend { margin-bottom: .5rem; } ins { background: var(--warn-wash); }
    ul.offers { list-style: none; margin: .15rem 0; padding: 0; } ul.offers a { display: inline-block; min-height: 1.5rem; padding: .1rem 0; }
    form.act { margin-top: 1rem; } form.act input.short { max-width: 16rem; }
    form.act .one, form.act fieldset { max-width: 46rem; } form.act fieldset p label { display: flex; gap: .4rem; align-items: baseline; } form.act fieldset input { flex: none; } form.act fieldset input[type=text] { flex: auto; }
    table.register .tag { white-space: normal; } table.register thead th { overflow-wrap: normal; } table.register th .meta { font-weight: 400; }
    @media (max-width: 40rem) { table.register thead { display: none; } table.register tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; } table.register th, table.register td { display: block; border: 0; padding: .1rem 0; } table.register td::before { content: attr(data-column) " "; color: var(--soft); font-size: .9rem; } }
    header.shell ul { flex-wrap: wrap; row-gap: .1rem; } header.shell li, .rule { white-space: nowrap; }
    @media print { form.settle { display: grid !important; } form.settle .otherwise, form.settle .motive, form.settle input { display: none !important; } }

    """
}
