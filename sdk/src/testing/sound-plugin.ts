/** A small sound plugin and its examples, for the tests of the conformance kit: each fault is one step away from it. @module */
import { failedReply } from '../failed-reply.ts'
import { hmac } from '../hash.ts'
import { type AnyArguments, definePlugin, type FetchHost, type Plugin } from '../plugin.ts'
import type { Secret } from '../secret.ts'
import { url } from '../url.ts'
import type { Example } from './example.ts'

/** Its texts, in the languages of the host. */
export const TEXTS = {
  key: { en: 'Key', de: 'Schlüssel', es: 'Clave', fr: 'Clé', ru: 'Ключ', he: 'מפתח' },
  server: { en: 'Server', de: 'Server', es: 'Servidor', fr: 'Serveur', ru: 'Сервер', he: 'שרת' },
  room: { en: 'Room', de: 'Raum', es: 'Sala', fr: 'Salle', ru: 'Комната', he: 'חדר' },
  join: { en: 'Join', de: 'Beitreten', es: 'Unirse', fr: 'Rejoindre', ru: 'Войти', he: 'הצטרפות' },
  book: { en: 'Book', de: 'Buchen', es: 'Reservar', fr: 'Réserver', ru: 'Забронировать', he: 'הזמנה' },
} as const

/** The link of the action `join`, in parts, so that a fault can change one. */
export function joinParameters({ account, target, person }: AnyArguments) {
  const signature = hmac('sha256', (account.key as Secret).reveal(), `${target.room}/${person.firstName}`)
  return {
    room: target.room as string,
    name: person.firstName,
    phone: person.phone,
    signature: Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
}

/** The sound plugin. */
export const sound: Plugin<'join' | 'book'> = definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['https://meet.example/*'], fetch: ['{account.server}/*'] },
  account: {
    key: { type: 'secret', label: TEXTS.key },
    server: { type: 'url', label: TEXTS.server },
  },
  target: {
    name: TEXTS.room,
    fields: { room: { type: 'text', label: TEXTS.room } },
  },
  recognizeText: [{ text: '(?<!\\d)(\\d{6})(?!\\d)', field: 'room' }],
  actions: ({ link, task }) => ({
    join: link({
      label: TEXTS.join,
      for: 'me',
      needs: ['firstName'],
      build: (args) => ({ type: 'tab', url: url('https://meet.example/join', joinParameters(args)) }),
    }),
    book: task({
      label: TEXTS.book,
      for: 'me',
      run: async ({ account, host }) => ({ type: 'tab', url: await bookedLink(host, account.server, account.key) }),
    }),
  }),
})

/** Books a session and gives its link, as the sound plugin does it. */
export async function bookedLink(host: FetchHost, server: string, key: Secret): Promise<string> {
  const headers = { authorization: `Bearer ${key.reveal()}` }
  const reply = await host.fetch(`${server}sessions`, { method: 'POST', json: { kind: 'adhoc' }, headers })
  if (reply.status !== 201) throw failedReply(reply)
  return url('https://meet.example/session', { token: reply.json(SESSION).token })
}

const SESSION = {
  '~standard': {
    version: 1,
    vendor: 'example',
    validate(value: unknown) {
      const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : undefined
      return typeof token === 'string' ? { value: { token } } : { issues: [{ message: 'no token' }] }
    },
  },
} as const

const account = { key: 'a key made up for this example', server: 'https://api.meet.example/' }

/** What `join` gives in the example. */
export const JOINED =
  'https://meet.example/join?room=lobby&name=Zo%C3%AB&phone=7&signature=b1beb2cff9613b9fd7a9d112f50363dd0ec9f5249a8c2ede2646fcc586a9e47c'

/** The sound plugin's examples. */
export const soundExamples: readonly [join: Example, book: Example] = [
  {
    name: 'joins a room',
    action: 'join',
    account,
    target: { room: 'lobby' },
    person: { firstName: 'Zoë', phone: '7' },
    now: 1_700_000_000_000,
    outcome: { type: 'tab', url: JOINED },
  },
  {
    name: 'books a session',
    action: 'book',
    account,
    target: { room: 'lobby' },
    now: 1_700_000_000_000,
    replies: [
      {
        request: { method: 'POST', url: 'https://api.meet.example/sessions', json: { kind: 'adhoc' } },
        status: 201,
        json: { token: 'A1B2' },
      },
    ],
    outcome: { type: 'tab', url: 'https://meet.example/session?token=A1B2' },
  },
]
