/** The workbench's looks: light and dark, wide and narrow. @module */

const COLOURS = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f5f6f8, #14171c);
  --card: light-dark(#ffffff, #1c2027);
  --sunk: light-dark(#f0f2f5, #14181e);
  --line: light-dark(#d5dae1, #343b46);
  --edge: light-dark(#868f9c, #6d7886);
  --text: light-dark(#1b2129, #e6e9ee);
  --dim: light-dark(#59636f, #a3adba);
  --accent: light-dark(#2257c5, #8db4ff);
  --on-accent: light-dark(#ffffff, #0d1626);
  --good: light-dark(#1b7a3d, #6fd08f);
  --bad: light-dark(#b3261e, #ff9d94);
  --warn: light-dark(#8a5a00, #f0bf5c);
  --bad-back: light-dark(#fdf0ef, #331d1d);
  --account: light-dark(#d9e5ff, #1f3a6b);
  --target: light-dark(#d3f0dc, #1c4a2e);
  --me: light-dark(#fde6c8, #5a3d10);
  --contact: light-dark(#fbd9e6, #5c2540);
  --input: light-dark(#e8dcfb, #43306b);
  --several: light-dark(#e4e7ec, #3a424e);
}
`

const PAGE = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.15rem; line-height: 1.25; }
h2 { font-size: 1.05rem; }
code, pre, textarea { font-family: ui-monospace, "Cascadia Code", "DejaVu Sans Mono", monospace; font-size: 0.85rem; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center;
  padding: 0.6rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); }
.name { flex: 1 1 12rem; min-width: 0; }
.name p { color: var(--dim); font-size: 0.8rem; overflow-wrap: anywhere; }
.tools { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; font-size: 0.85rem; color: var(--dim); min-width: 0; }
.tools select { width: auto; max-width: 16rem; margin-inline-end: 0.6rem; }
nav { display: none; gap: 1.2rem; font-size: 0.9rem; }
main { display: grid; grid-template-columns: minmax(17rem, 23rem) minmax(0, 1fr) minmax(14rem, 19rem); gap: 1.25rem;
  max-width: 100rem; margin: 0 auto; padding: 1.25rem; align-items: start; }
main > section { display: grid; gap: 1rem; min-width: 0; }
#checks { position: sticky; top: 5rem; max-height: calc(100vh - 6rem); overflow: auto; gap: 0.4rem;
  padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
#problem { margin: 1rem 1.25rem 0; padding: 0.7rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--bad);
  background: var(--bad-back); border: 1px solid var(--bad); border-radius: 10px; font-family: ui-monospace, monospace; font-size: 0.85rem; }
#said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
body.gone main, body.gone .tools { opacity: 0.55; }
body.gone .name p::after { content: " (the workbench has ended)"; color: var(--bad); }
@media (max-width: 75rem) {
  main { grid-template-columns: minmax(16rem, 21rem) minmax(0, 1fr); }
  #checks { grid-column: 1 / -1; position: static; max-height: none; }
}
@media (max-width: 46rem) {
  header { position: static; padding: 0.6rem 0.75rem; }
  .tools { width: 100%; display: grid; grid-template-columns: auto minmax(0, 1fr); }
  .tools select { width: 100%; max-width: none; margin: 0; }
  nav { display: flex; }
  main { grid-template-columns: minmax(0, 1fr); padding: 0.75rem; gap: 1rem; }
  #problem { margin: 0.75rem 0.75rem 0; }
}
`

const FORMS = `
fieldset { min-width: 0; margin: 0; border: 1px solid var(--line); border-radius: 10px; }
.form { padding: 0.4rem 1rem 1rem; background: var(--card); border-top: 4px solid var(--several); }
.form > legend { float: left; width: 100%; padding: 0.4rem 0 0; font-weight: 600; font-size: 1.05rem; }
.form > legend + * { clear: both; }
.of-account { border-top-color: light-dark(#5b8def, #5b8def); }
.of-target { border-top-color: light-dark(#3fa866, #3fa866); }
.of-me { border-top-color: light-dark(#e0912f, #d98f35); }
.of-contact { border-top-color: light-dark(#d6588a, #cf5a88); }
.fields { display: grid; gap: 0.8rem; margin-top: 0.6rem; }
.field { display: grid; gap: 0.2rem; min-width: 0; }
.of-rest > .field { margin-top: 0.6rem; }
label, .label { font-weight: 550; font-size: 0.9rem; }
.tools label { font-weight: 400; font-size: inherit; }
.optional { font-weight: 400; color: var(--dim); font-size: 0.8rem; }
.help { color: var(--dim); font-size: 0.82rem; }
.error, .missing { color: var(--bad); font-size: 0.85rem; }
.help:empty, .error:empty { display: none; }
input, select, textarea { width: 100%; min-width: 0; padding: 0.4rem 0.55rem; color: inherit; background: var(--sunk);
  border: 1px solid var(--edge); border-radius: 6px; font-size: 0.9rem; }
input, select { font-family: inherit; }
textarea { resize: vertical; }
textarea.veiled { -webkit-text-security: disc; }
::placeholder { color: var(--dim); opacity: 1; }
[aria-invalid] { border-color: var(--bad); box-shadow: 0 0 0 1px var(--bad); }
input[type="checkbox"] { width: 1.05rem; height: 1.05rem; margin: 0 0.5rem 0 0; accent-color: var(--accent); flex: none; }
.inline > div, .inline:not(.field) { display: flex; align-items: center; }
.file { display: grid; gap: 0.2rem; }
.chosen { font-size: 0.82rem; color: var(--dim); }
.beside { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.beside input { flex: 1 1 10rem; }
.rows { display: grid; gap: 0.6rem; }
.row, .reply { padding: 0.3rem 0.75rem 0.75rem; background: var(--card); }
.row > legend, .reply > legend { padding: 0 0.3rem; font-size: 0.85rem; color: var(--dim); }
.row > button { margin-top: 0.6rem; }
button { padding: 0.4rem 0.9rem; font: inherit; font-size: 0.9rem; border-radius: 6px; border: 1px solid var(--edge);
  background: var(--card); color: var(--text); cursor: pointer; }
button:hover { border-color: var(--accent); }
button.primary { background: var(--accent); color: var(--on-accent); border-color: transparent; font-weight: 600; }
button.quiet { padding: 0.25rem 0.6rem; font-size: 0.82rem; justify-self: start; }
button:disabled { opacity: 0.6; cursor: default; }
`

const ACTIONS = `
.card { display: grid; gap: 0.8rem; min-width: 0; padding: 0.9rem 1.1rem 1.1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 10px; }
.card > :empty, .result:empty { display: none; }
.card-head { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; align-items: baseline; }
.card-head code { color: var(--dim); }
.card-head .help { flex-basis: 100%; }
.task, .exchanges, .exchange, .outcome, .refusal, .result { display: grid; gap: 0.6rem; min-width: 0; justify-items: stretch; }
.exchange { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
.run { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
.result.outdated { padding-inline-start: 0.75rem; border-inline-start: 3px dashed var(--warn); }
.outdated::before { content: "Of earlier values: run it again."; color: var(--warn); font-size: 0.82rem; }
.result[aria-busy] { opacity: 0.55; }
.verdict .type { display: inline-block; padding: 0 0.5rem; margin-inline-end: 0.3rem; border-radius: 99px; font-size: 0.85rem;
  background: var(--good); color: var(--card); }
.refusal .type { background: var(--bad); }
.refusal { color: var(--text); }
pre, .link { margin: 0; padding: 0.6rem 0.75rem; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; }
pre { overflow: auto; max-height: 22rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.link { display: block; line-height: 1.75; overflow-wrap: anywhere; }
.link-view { display: grid; gap: 0.3rem; min-width: 0; }
.link-head { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.85rem; }
mark, .source { color: inherit; background: var(--several); border-radius: 3px; padding: 0.1rem 0.15rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.from-account { background: var(--account); }
.from-target { background: var(--target); }
.from-me { background: var(--me); }
.from-contact { background: var(--contact); }
.from-input { background: var(--input); }
.from-several { background: var(--several); border-bottom: 2px dotted var(--edge); }
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem; font-size: 0.8rem; }
.legend mark { padding: 0.1rem 0.5rem; }
summary { cursor: pointer; font-size: 0.85rem; color: var(--dim); }
.sources { display: grid; gap: 0.35rem; margin-top: 0.4rem; list-style: none; font-size: 0.82rem; }
.sources li { display: flex; flex-wrap: wrap; gap: 0.2rem 0.4rem; align-items: baseline; min-width: 0; }
.sources code { overflow-wrap: anywhere; }
.source { padding: 0 0.35rem; }
dl { display: grid; gap: 0.3rem; font-size: 0.9rem; }
dl > div { display: grid; grid-template-columns: minmax(5rem, 8rem) minmax(0, 1fr); gap: 0.6rem; }
dt { color: var(--dim); }
dd { overflow-wrap: anywhere; }
.wide { overflow: auto; }
table { border-collapse: collapse; font-size: 0.85rem; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.3rem; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: start; }
.reply { display: grid; gap: 0.2rem; }
.reply .status { max-width: 6rem; }
.reply button { margin-top: 0.4rem; }
.checks, .checks ul { list-style: none; }
.checks { display: grid; gap: 0.3rem; font-size: 0.88rem; }
.checks ul { padding-inline-start: 1.4rem; display: grid; gap: 0.2rem; font-size: 0.82rem; overflow-wrap: anywhere; }
.checks .help { padding-inline-start: 1.4rem; }
.sign { display: inline-block; width: 1.4rem; font-weight: 700; color: var(--good); }
.failed > .sign { color: var(--bad); }
.warned > .sign { color: var(--warn); }
.not-applicable > .sign { color: var(--dim); }
.check-page main { display: block; max-width: 48rem; }
.check-page main > * + * { margin-top: 0.9rem; }
.check-page pre { max-height: none; white-space: pre; }
.check-page ul { padding-inline-start: 1.4rem; }
@media (forced-colors: active) {
  mark, .source, .verdict .type { border: 1px solid; }
}
`

/** The style sheet. */
export const STYLE = COLOURS + PAGE + FORMS + ACTIONS
