/** The rollout file that a device writes, good for one request (vendors.md 2.3). @module */
import { randomBytes, randomUUID } from 'node:crypto'

/** What the file says. */
export interface Rollout {
  readonly remotecontrolId: string
  readonly requestId: string
  readonly rolloutKey: string
}

/** The ways in which it may be written; the order of fields is not documented. */
export type RolloutFormat = 'identifier first' | 'key first' | 'empty field' | 'json' | 'csv'

/** Fresh values for the next request. */
export function makeRollout(remotecontrolId: string, rolloutKey: string | undefined): Rollout {
  return {
    remotecontrolId,
    requestId: `{${randomUUID()}}`,
    rolloutKey: rolloutKey ?? randomBytes(24).toString('base64url'),
  }
}

/** The content of the file. */
export function writeRollout({ remotecontrolId, requestId, rolloutKey }: Rollout, format: RolloutFormat): string {
  const number = remotecontrolId.slice(1)
  const contents: Readonly<Record<RolloutFormat, string>> = {
    'identifier first': `${number},${requestId},${rolloutKey}`,
    'key first': `${number},${rolloutKey},${requestId}`,
    'empty field': `${number},,${requestId},${rolloutKey}`,
    json: JSON.stringify({ remotecontrolId, requestId, rolloutKey }),
    csv: `remotecontrolId,requestId,rolloutKey\r\n${remotecontrolId},${requestId},${rolloutKey}\r\n`,
  }
  return contents[format]
}
