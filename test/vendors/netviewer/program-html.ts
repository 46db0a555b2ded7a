/** The page that stands for the downloaded program: it says who entered as what, or why nobody did. @module */
import type { Entry, Visit } from './program-link.ts'

/** The page for a link that was opened. */
export function page(visit: Visit): string {
  if ('refusal' in visit) return frame('No entry', 'refused', `<h1>No entry</h1><p>The ${escaped(visit.refusal)}.</p>`)
  const { entry } = visit
  const rows = rowsOf(entry).map(([term, value]) => `<dt>${term}</dt><dd>${escaped(value)}</dd>`)
  const stage = entry.isRunning ? 'The session is running.' : 'You wait for the moderator.'
  return frame(
    `Session ${entry.sessionNumber}`,
    'entered',
    `<p class="brand">Netviewer ${entry.product === 'meet' ? 'Meet' : 'Support'} · simulated</p>
    <h1>Welcome <bdi>${escaped(entry.name)}</bdi>, ${entry.role}</h1><p>${stage}</p><dl>${rows.join('')}</dl>`,
  )
}

function rowsOf({ sessionNumber, subject, email }: Entry): readonly (readonly [string, string])[] {
  return [
    ['Session', sessionNumber],
    ...(subject === undefined ? [] : [['Subject', subject] as const]),
    ...(email === undefined ? [] : [['E-mail', email] as const]),
  ]
}

function frame(title: string, state: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f1ea, #1a1814); }
main { box-sizing: border-box; width: min(520px, 100vw); padding: 32px 40px; border-radius: 14px; background: light-dark(#fff, #2a2722); border-top: 6px solid #c67a12; }
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
