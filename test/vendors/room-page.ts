/** The pages that the simulated room vendors show. @module */
import type { Verdict } from './room-link.ts'

/** The page for a link that was judged. */
export function page(verdict: Verdict): string {
  if ('refusal' in verdict)
    return frame('No entry', 'refused', `<h1>No entry</h1><p>The ${escaped(verdict.refusal)}.</p>`)
  const { name, role, roomId, access, username, minutesValid, host } = verdict.entry
  const rows = [
    ['Room', roomId],
    ['User name', username],
    ['Link valid for', `${minutesValid} min`],
  ].map(([term = '', value = '']) => `<dt>${term}</dt><dd>${escaped(value)}</dd>`)
  const stage = access === 'direct' ? 'You are in the room.' : 'Login page: your computer is ready for the room.'
  return frame(
    `Room ${roomId}`,
    'entered',
    `<p class="brand">${escaped(host.replace(/^www\./, '').replace(/:\d+$/, ''))} · simulated</p>
    <h1>Welcome <bdi>${escaped(name)}</bdi>, ${role}</h1><p>${stage}</p><dl>${rows.join('')}</dl>`,
  )
}

function frame(title: string, state: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#eef3f6, #14191d); }
main { box-sizing: border-box; width: min(520px, 100vw); padding: 32px 40px; border-radius: 14px; background: light-dark(#fff, #1f262b); border-top: 6px solid #0f7fae; }
main.refused { border-color: #c0392b; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; }
.brand { margin: 0 0 18px; font-size: 13px; opacity: .65; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 18px; margin: 18px 0 0; }
dt { opacity: .65; } dd { margin: 0; overflow-wrap: anywhere; }
</style></head><body><main class="${state}">${body}</main></body></html>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
