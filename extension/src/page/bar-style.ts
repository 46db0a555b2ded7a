/** The look of the buttons' bar: light or dark as the page, and opaque, so that no page can make it invisible. @module */

// The note casts no shadow and has no backdrop: the browser takes either for a cover over the buttons.
// Named fonts first: "system-ui" is a font without the right letters in some languages of Windows, and none on bare Linux.
const FONTS = `-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif`

/** The style sheet inside the closed root; a `style` element works there under any content security policy. */
export const barStyle = `
:host { all: initial; display: inline-block; vertical-align: middle; }
:host([hidden]) { display: none; }
.bar { color: CanvasText; display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; font: 500 13px/1 ${FONTS}; }
.bar.full { margin-inline-start: 8px; }
.bar.compact { gap: 2px; flex-wrap: nowrap; }
button {
  all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 0 10px;
  border-radius: 7px; border: 1px solid color-mix(in srgb, currentColor 22%, transparent);
  background: color-mix(in srgb, currentColor 5%, Canvas); cursor: pointer; white-space: nowrap; user-select: none;
}
.compact button { padding: 0 5px; border-color: transparent; background: Canvas; }
.compact button span { display: none; }
button[hidden] { display: none; }
button * { pointer-events: none; }
button:hover { background: color-mix(in srgb, currentColor 12%, Canvas); }
button:active { background: color-mix(in srgb, currentColor 18%, Canvas); }
button:focus-visible { outline: 2px solid #0f8b7f; outline-offset: 2px; }
button[data-state=busy] { opacity: .7; cursor: progress; }
svg { width: 16px; height: 16px; flex: none; fill: none; stroke: light-dark(#0f8b7f, #53c9bb); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
button[data-state=done] svg { stroke: light-dark(#1a7f37, #5fd07f); }
button[data-state=error] svg { stroke: light-dark(#d1242f, #ff8a80); }
.note {
  all: unset; position: fixed; inset: auto; box-sizing: border-box; max-width: min(340px, calc(100vw - 16px)); padding: 9px 12px;
  border-radius: 8px; font: 400 13px/1.45 ${FONTS}; background: #20302e; color: #fff;
  border: 1px solid rgb(255 255 255 / .25);
}
.note::backdrop { display: none; }
.note.error { background: #8f1d24; }
.note:not(:popover-open) { display: none; }
@media (forced-colors: active) { svg { stroke: ButtonText; } button { border-color: ButtonText; } }
@media print { :host { display: none; } }
`

/** A bar that floats stands in the corner where a page has least; the host itself does, since its visibility is watched. */
export const floatingStyle = `
:host { position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; }
.bar {
  max-width: calc(100vw - 32px); box-sizing: border-box; padding: 6px; border-radius: 10px; background: Canvas;
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent);
}
.hide { padding: 0 5px; border-color: transparent; background: Canvas; }
.hide svg { stroke: currentColor; }
`

/** A bar that shows only while the extension's style sheet is in the page: where a script ends without a word. */
export const signStyle = ':host { display: var(--x-joinery, none); }'
