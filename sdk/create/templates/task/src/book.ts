/** Books a room (as the vendor's documents say). @module */
import type { FetchHost, Outcome, ReplySchema, Secret } from '@joinery/sdk'
import { failedReply } from '@joinery/sdk/failed-reply'
import { addressOn } from './server.ts'

interface Account {
  readonly server: string
  readonly key: Secret
}

interface Booked {
  readonly id: string
}

/** The answer to a booking; a schema of any Standard Schema library fits here, too. */
const BOOKED: ReplySchema<Booked> = {
  '~standard': {
    version: 1,
    vendor: 'own',
    validate(value) {
      const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
      return typeof id === 'string' ? { value: { id } } : { issues: [{ message: 'id is no text' }] }
    },
  },
}

/**
 * Books a room, which is then a target.
 *
 * @throws PluginError by the server's status, and `bad-answer` where its answer is none.
 */
export async function book({ server, key }: Account, title: string, host: FetchHost): Promise<Outcome> {
  const reply = await host.fetch(addressOn(server, 'api/rooms'), {
    method: 'POST',
    headers: { authorization: `Bearer ${key.reveal()}` },
    json: { title },
  })
  if (reply.status !== 201) throw failedReply(reply)
  return { type: 'target', target: { room: reply.json(BOOKED).id, label: title } }
}
