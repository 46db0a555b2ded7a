/** The link to a room. @module */
import { encode, url } from '@joinery/sdk'
import type { Account } from './account-fields.ts'
import { fragmentOf } from './parameters.ts'
import type { Room } from './room-fields.ts'
import { serverAt } from './server.ts'

/** What a link carries besides the room. */
export interface Visitor {
  /** Told where no token says it. */
  readonly displayName?: string | undefined
  /** Told in the query, as lib-jitsi-meet's doc/tokens.md has it ("Jitsi-meet options"). */
  readonly token?: string
}

/**
 * The link to a room: the server, the room's name as one segment, the token in `?jwt=`, and the rest after `#`.
 *
 * @throws PluginError `invalid` with the setting at fault.
 */
export function roomLink({ server }: Account, room: Room, { displayName, token }: Visitor): string {
  const page = serverAt(server).base + encode(room.room.normalize('NFC'))
  return url(page + fragmentOf(room, displayName), { jwt: token })
}
