/** The look of the buttons' bar: in the colours of the page, and opaque, so that no page can make it invisible. @module */

// The note casts no shadow and has no backdrop: the browser takes either for a cover over the buttons.
// Named fonts first: "system-ui" is a font without the right letters in some languages of Windows, and none on bare Linux.
const FONTS = `-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif`

const barStyle = (display: string) => `
:host { all: initial; display: ${display}; vertical-align: middle; }
:host([hidden]) { display: none; }
.bar { color: CanvasText; display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; font: 500 13px/1 ${FONTS}; }
.bar.compact { gap: 2px; flex-wrap: nowrap; }
button {
  all: unset; box-sizing: border-box; position: relative; display: inline-flex; align-items: center; gap: 6px; min-height: 28px;
  padding-inline: 8px 9px; border-radius: 7px; border: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  background: color-mix(in srgb, currentColor 3%, var(--on)); cursor: pointer; white-space: nowrap; user-select: none;
}
button[data-vendor]::after {
  content: attr(data-vendor) / ""; box-sizing: border-box; width: 16px; height: 16px; border-radius: 4px; text-align: center;
  font: 700 10px/16px ${FONTS}; color: var(--vendor); background: color-mix(in srgb, var(--vendor) 13%, var(--on));
}
.compact button { min-height: 20px; padding: 0 5px; border: 0; background: var(--on); }
.compact button span { display: none; }
.compact button[data-vendor]::after {
  content: ""; position: absolute; inset-block-start: 0; inset-inline-end: 1px; width: 6px; height: 6px; border: 1px solid var(--on); border-radius: 50%;
  background: var(--vendor);
}
button[hidden] { display: none; }
button * { pointer-events: none; }
button:hover { background: color-mix(in srgb, currentColor 10%, var(--on)); border-color: color-mix(in srgb, currentColor 34%, transparent); }
button:active { background: color-mix(in srgb, currentColor 16%, var(--on)); }
button:focus-visible { outline: 2px solid #0f8b7f; outline-offset: 2px; }
button[data-state=busy] { cursor: progress; }
svg {
  width: 16px; height: 16px; flex: none; fill: none; stroke: var(--icon, light-dark(#0f8b7f, #53c9bb)); stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round;
}
@media (prefers-reduced-motion: no-preference) { [data-state=busy] svg { animation: turn 1s linear infinite; } }
[data-state=done] svg { stroke: light-dark(#1a7f37, #5fd07f); stroke-width: 2.4; }
[data-state=error] svg { stroke: light-dark(#d1242f, #ff8a80); }
@keyframes turn { to { rotate: 1turn; } }
.note {
  all: unset; position: fixed; inset: auto; box-sizing: border-box; max-width: min(340px, calc(100vw - 16px)); padding: 9px 12px;
  border-radius: 8px; font: 400 13px/1.45 ${FONTS}; background: #20302e; color: #fff;
  border: 1px solid rgb(255 255 255 / .25);
}
button.offer {
  display: block; min-height: 24px; margin: 6px 0 0; padding: 0 8px; border-color: rgb(255 255 255 / .5); background: none;
  font: 500 13px/22px ${FONTS}; color: #fff;
}
button.offer:focus-visible { outline-color: #fff; }
.note::backdrop { display: none; }
.note.error { background: #8f1d24; }
.note:not(:popover-open) { display: none; }
@media (forced-colors: active) { svg { stroke: ButtonText; } button, button::after { border: 1px solid ButtonText; } }
@media print { :host { display: none; } }
`

// In the corner where a page has least. The host itself stands there, since its visibility is watched.
const floatingStyle = `
:host { position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; }
.bar {
  max-width: calc(100vw - 32px); box-sizing: border-box; padding: 6px; border-radius: 10px; background: var(--on);
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent);
}
.hide { padding: 0 5px; border-color: transparent; background: var(--on); }
.hide svg { stroke: currentColor; }
`

// Beside a name, whichever way the page reads: the host alone knows that.
const fullStyle = ':host { margin-inline: 8px; }'

const styleOf = { full: fullStyle, compact: '', floating: floatingStyle } as const

/**
 * The style sheet inside the closed root; a `style` element works there under any content security policy.
 *
 * @param showsBySign whether the bar shows only while the extension's own style sheet is in the page: where a script ends
 * without a word.
 */
export function styleFor(size: keyof typeof styleOf, showsBySign: boolean): string {
  return barStyle(showsBySign ? 'var(--x-joinery, none)' : 'inline-block') + styleOf[size]
}
