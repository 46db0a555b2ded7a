/** The TeamViewer client of the supporter: what it makes of a link that the system hands to it. @module */
import { randomUUID } from 'node:crypto'
import { PLACEHOLDER } from './devices.ts'
import { mistake } from './master-secret.ts'
import { keyOf } from './registration.ts'
import type { Connection, Session, World } from './world.ts'

/** A connection that stands, or why there is none. */
export type LaunchVerdict = { readonly connected: Connection } | { readonly refusal: string }

const SCHEME = 'teamviewerapi:'
const LONGEST_LINK = 2048
// What could start another program's option, or end a quoted argument (CVE-2020-13699).
const DANGEROUS = /[\s"'`\\\p{Cc}]| --/u

/** Opens a link. */
export function launch(world: World, url: string): LaunchVerdict {
  const malformed = malformation(url)
  if (malformed !== undefined) return { refusal: malformed }
  const session = world.sessions.find(({ template }) => secretWithin(template, url) !== undefined)
  if (session === undefined) return { refusal: 'link belongs to no session that was asked for' }
  if (session.used) return { refusal: 'secret was used before' }
  session.used = true
  const objection = objectionTo(world, session, secretWithin(session.template, url) ?? '')
  if (objection !== undefined) return { refusal: objection }
  const connected: Connection = {
    id: randomUUID(),
    tenantId: session.key.tenant.id,
    remotecontrolId: session.device.remotecontrolId,
    controlType: session.key.permissions,
    startedAt: world.now(),
    endedAt: undefined,
  }
  world.connections.push(connected)
  return { connected }
}

function malformation(url: string): string | undefined {
  if (!url.startsWith(SCHEME)) return `scheme is not ${SCHEME}`
  if (url.length > LONGEST_LINK) return 'link is too long'
  if (url.includes(PLACEHOLDER)) return 'placeholder was not replaced'
  const decoded = decodedText(url)
  if (decoded === undefined) return 'link is not encoded properly'
  return DANGEROUS.test(url) || DANGEROUS.test(decoded) ? 'link holds a dangerous character' : undefined
}

/** What stands where the template has its placeholder, if all else is the same. */
function secretWithin(template: string, url: string): string | undefined {
  const [before = '', after = '', ...more] = template.split(PLACEHOLDER)
  if (more.length > 0 || !url.startsWith(before) || !url.endsWith(after)) return undefined
  return url.length < before.length + after.length ? undefined : url.slice(before.length, url.length - after.length)
}

function objectionTo(world: World, session: Session, received: string): string | undefined {
  const { device, key } = session
  if (world.now() - session.issuedAt > world.secretLifetimeSeconds * 1000) return 'secret has expired'
  const agreed = { ...session, tenantId: key.tenant.id, remotecontrolId: device.remotecontrolId }
  const wrong = mistake(agreed, received, world.padMasterSecret)
  if (wrong !== undefined) return wrong
  if (!device.online) return 'device is offline'
  if (keyOf(device, key.id, key.tenant.id) === undefined) return 'key was removed'
  if (key.permissions !== 'unattended' && device.user === 'refuses') return 'user of the device refused'
  return undefined
}

function decodedText(url: string): string | undefined {
  try {
    return decodeURIComponent(url)
  } catch {
    return undefined
  }
}
