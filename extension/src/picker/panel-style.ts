/** The look of the panel: that of the extension's own pages, see `ui/tokens.css`. @module */

const FONTS = `-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif`

const tokens = `
:root {
  --surface: light-dark(#fff, #1c1f21); --sunken: light-dark(#f4f6f6, #141617); --hover: light-dark(#edf2f2, #2a3032);
  --chosen: light-dark(#dff1ef, #12383a); --line: light-dark(#dbe1e1, #373d3f); --line-strong: light-dark(#7f8b8c, #7c8788);
  --text: light-dark(#1b2223, #ecf0f0); --quiet: light-dark(#566264, #a6b1b2); --accent: light-dark(#0b6e74, #63c9c0);
  --accent-hover: light-dark(#095a5f, #83d7d0); --on-accent: light-dark(#fff, #06282a); --danger: light-dark(#b3261e, #ff9a91);
  --notice: light-dark(#fff6dd, #3a3016); --notice-line: light-dark(#e6c766, #7a6527);
}
`

const frame = `
* { box-sizing: border-box; }
html { background: transparent; overflow: hidden; }
html.covering { cursor: crosshair; }
html.covering.dragging { cursor: grabbing; }
body { margin: 0; font: 400 14px/1.45 ${FONTS}; color: var(--text); overflow-wrap: anywhere; }
html.covering body { min-height: 100vh; }
.panel {
  position: fixed; left: var(--left); top: var(--top); inline-size: var(--width); max-block-size: var(--height); display: flex;
  flex-direction: column; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); cursor: default;
  box-shadow: 0 6px 14px light-dark(rgb(0 0 0 / 18%), rgb(0 0 0 / 60%));
}
.head { display: flex; align-items: center; gap: 8px; padding-block: 10px 6px; padding-inline: 14px 8px; cursor: grab; user-select: none; touch-action: none; }
.head h1 { flex: 1; margin: 0; font-size: 14px; font-weight: 600; }
.progress { display: flex; gap: 4px; padding: 0 14px 10px; }
.progress i { flex: 1; block-size: 3px; border-radius: 2px; background: var(--line); }
.progress i.past { background: var(--accent); }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; padding: 2px 14px 12px; overflow-y: auto; }
.body h2 { margin: 0; font-size: 15px; font-weight: 600; }
.body h2:focus { outline: none; }
.foot { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; padding: 10px 14px; border-block-start: 1px solid var(--line); }
.foot .back { margin-inline-end: auto; }
html.narrow .head .move svg { rotate: 90deg; }
html.covering.narrow :is(.facts, .pad .quiet) { display: none; }
p { margin: 0; }
.quiet { color: var(--quiet); }
.small { font-size: 13px; }
.notice { padding: 6px 10px; border: 1px solid var(--notice-line); border-radius: 8px; background: var(--notice); font-size: 13px; }
.problem { color: var(--danger); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
`

const controls = `
button, select { font: inherit; color: inherit; }
button {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-block-size: 32px; padding: 3px 12px;
  border: 1px solid var(--line-strong); border-radius: 8px; background: var(--surface); font-weight: 500; cursor: pointer;
}
button:hover { background: var(--hover); }
button.primary { border-color: transparent; color: var(--on-accent); background: var(--accent); }
button.primary:hover { background: var(--accent-hover); }
button.plain { border-color: transparent; background: transparent; }
button.plain:hover { background: var(--hover); }
button.icon { flex: none; inline-size: 32px; padding: 0; color: var(--quiet); }
button:disabled { opacity: .55; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { flex: none; inline-size: 18px; block-size: 18px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
svg.sign { stroke: none; }
.pad {
  display: grid; gap: 2px; padding: 8px 10px; border: 1px dashed var(--line-strong); border-radius: 8px; background: var(--sunken);
  min-block-size: 58px; align-content: center;
}
.pad b { font-weight: 500; }
.slider { display: grid; gap: 2px; }
.slider input { inline-size: 100%; margin: 4px 0; accent-color: var(--accent); }
.ends { display: flex; justify-content: space-between; font-size: 12px; color: var(--quiet); }
.count { font-weight: 500; }
.segments { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.segments legend, .label { padding: 0; margin-block-end: 4px; font-weight: 500; }
.segments label, .choice { display: flex; gap: 8px; align-items: flex-start; padding: 5px 8px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.segments label:has(:checked), .choice:has(:checked) { border-color: var(--accent); background: var(--chosen); }
.segments label:has(:focus-visible), .choice:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 1px; }
.segments input, .choice input { flex: none; margin: 3px 0 0; accent-color: var(--accent); }
.segments input:focus-visible, .choice input:focus-visible { outline: none; }
.choices { display: grid; gap: 4px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.choice span { min-inline-size: 0; }
.check { display: flex; gap: 8px; align-items: flex-start; }
.check input { flex: none; inline-size: 16px; block-size: 16px; margin: 2px 0 0; accent-color: var(--accent); }
.pair { display: flex; gap: 6px; }
.pair > * { flex: 1; }
.facts { display: grid; border: 1px solid var(--line); border-radius: 8px; margin: 0; padding: 0; list-style: none; }
.facts li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px; align-items: center; padding-block: 4px; padding-inline: 10px 4px; }
.facts li + li { border-block-start: 1px solid var(--line); }
.facts li.current { background: var(--chosen); }
.facts li:first-child { border-radius: 7px 7px 0 0; }
.facts li:last-child { border-radius: 0 0 7px 7px; }
.facts .value { display: block; font-weight: 500; }
.facts .none { font-weight: 400; color: var(--quiet); }
.facts .name { display: block; font-size: 12px; color: var(--quiet); }
.facts .tools { display: flex; }
.facts select { grid-column: 1 / -1; inline-size: calc(100% - 6px); min-block-size: 30px; margin-block-end: 4px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); }
.record { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; margin: 0; padding: 8px 10px; border-radius: 8px; background: var(--sunken); }
.record dt { color: var(--quiet); }
.record dd { margin: 0; font-weight: 500; }
@media (forced-colors: active) { .panel, button { border: 1px solid ButtonText; } .progress i.past { background: Highlight; } }
@media (prefers-reduced-motion: no-preference) { .progress i { transition: background .15s; } }
`

/** The style sheet of the frame's document. */
export const panelStyle = tokens + frame + controls
