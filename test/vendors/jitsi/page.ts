/** The page that every room's address gets: it reads its own address, asks to be let in, and shows what came of it. @module */
import { readAddress } from './client.ts'

/** Where the page asks. */
export const CONNECT = '/http-bind'

/** The page; the same for all, as a web server hands it out without looking at the token. */
export function page(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jitsi Meet · simulated</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#eef3f6, #14191d); }
main { box-sizing: border-box; width: min(520px, 100vw); padding: 32px 40px; border-radius: 14px; background: light-dark(#fff, #1f262b); }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style></head><body><main><h1>Connecting</h1><pre id="parameters"></pre></main>
<script type="module">
${readAddress.toString()}
const address = readAddress(location)
const answer = await fetch(${JSON.stringify(CONNECT)}, { method: 'POST', body: JSON.stringify(address) })
const { entry, refusal } = await answer.json()
const name = entry?.user.name ?? address.parameters['userInfo.displayName'] ?? 'Fellow Jitster'
document.querySelector('h1').textContent = entry ? name + ' is in ' + entry.room + ' as ' + entry.role : 'No entry: ' + refusal
document.querySelector('#parameters').textContent = JSON.stringify(address.parameters)
</script></body></html>`
}
