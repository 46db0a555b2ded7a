/** The look of what is drawn over the page. @module */

// Named fonts first, as in `ui/tokens.css`.
const FONTS = `-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif`

/** The style sheet of the closed root. */
export const layerStyle = `
:host { all: initial; }
[hidden] { display: none !important; }
.layer {
  all: unset; position: fixed; inset: 0; display: block; overflow: hidden; pointer-events: none;
  --accent: light-dark(#0b6e74, #63c9c0); --on-accent: light-dark(#fff, #06282a);
}
.layer:not(:popover-open) { display: none; }
.layer::backdrop { display: none; }
iframe { all: unset; position: absolute; border: 0; background: transparent; pointer-events: auto; }
.mark { position: absolute; box-sizing: border-box; border-radius: 4px; box-shadow: 0 0 0 1px light-dark(rgb(255 255 255 / .6), rgb(0 0 0 / .5)); font: 500 12px/1.35 ${FONTS}; }
.mark.match { border: 1.5px dashed var(--accent); background: color-mix(in srgb, var(--accent) 8%, transparent); }
.mark.fact { border: 1.5px solid var(--accent); background: color-mix(in srgb, var(--accent) 10%, transparent); }
.mark.hover, .mark.refused { border: 2px solid var(--accent); background: color-mix(in srgb, var(--accent) 16%, transparent); }
.mark.refused { border-color: #b3261e; background: color-mix(in srgb, #b3261e 12%, transparent); }
.mark.button {
  display: flex; align-items: center; gap: 5px; padding: 0 9px; border-radius: 7px; white-space: nowrap;
  color: var(--on-accent); background: var(--accent); box-shadow: 0 0 0 2px light-dark(#fff, #1c1f21), 0 3px 10px rgb(0 0 0 / .3);
}
.mark.button.small { padding: 0 5px; }
.mark.button.small span { display: none; }
.mark svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.tag {
  position: absolute; inset-inline-start: -2px; inset-block-end: 100%; max-inline-size: 260px; padding: 1px 7px; overflow: hidden;
  white-space: nowrap; text-overflow: ellipsis; border-radius: 4px 4px 4px 0; color: var(--on-accent); background: var(--accent);
}
.tag.below { inset-block: 100% auto; }
.refused .tag { color: #fff; background: #b3261e; }
@media (forced-colors: active) { .mark { border-color: Highlight; } .mark.button { border: 1px solid ButtonText; } }
@media print { :host { display: none; } }
`
