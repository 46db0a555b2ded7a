/** Seeded faults in what a plugin says, and what it is only warned of, each one step away from the sound plugin. @module */
import { PluginError } from '../errors.ts'
import type { Plugin } from '../plugin.ts'
import type { Text } from '../text.ts'
import { book, bookingBy, type Fault, joined, joiningBy, withData } from './faults.ts'
import { sound, soundExamples, TEXTS } from './sound-plugin.ts'

const [joining, booking] = soundExamples
/** A server where nothing can be booked. */
const FULL = 'https://full.meet.example/'
const { en, de } = TEXTS.book

/** The sound plugin, refusing to book at one server in the words of its own. */
function refusingBy(text: Text): Plugin {
  return bookingBy(async (args) => {
    if (args.account.server === FULL) throw new PluginError('conflict', text)
    return { type: 'tab', url: await book(args) }
  })
}

const refusal = {
  name: 'is refused at a full server',
  action: 'book',
  account: { ...booking.account, server: FULL },
  target: booking.target ?? {},
  now: booking.now,
  error: { code: 'conflict' },
} as const

/** Data with each of its texts in English alone. */
function inEnglish(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inEnglish)
  if ('en' in value) return { en: value.en }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inEnglish(part)]))
}

/** The sound plugin, in English alone. */
export const speakingEnglish: Plugin = {
  ...sound,
  ...(inEnglish({ ...sound, actions: undefined }) as object),
  actions: englishActions(),
}

/** Sound all the same: what the SDK says is not counted among the plugin's texts. */
export const refusedBySdk = {
  plugin: sound as Plugin,
  examples: [
    joining,
    booking,
    { ...booking, name: 'fails', replies: serverFailing(), outcome: undefined, error: { code: 'server-failed' } },
    { ...joining, name: 'lacks a room', target: {}, outcome: undefined, error: { code: 'missing', field: 'room' } },
  ],
} as const

function serverFailing() {
  return (booking.replies ?? []).map((reply) => ({ ...reply, status: 500 }))
}

/** Every such fault. */
export const softFaults: readonly Fault[] = [
  {
    name: 'a text lacks a language',
    check: 'texts-complete',
    plugin: joiningBy(joined, { label: { en: 'Join' } }),
  },
  {
    name: 'a refusal lacks a language that the SDK does not speak either',
    check: 'texts-complete',
    plugin: refusingBy({ en, de }),
    examples: [...soundExamples, refusal],
  },
  {
    name: 'a text of its progress lacks a language',
    check: 'texts-complete',
    plugin: bookingBy(async (args) => {
      args.host.progress(0.5, { en, de })
      return { type: 'tab', url: await book(args) }
    }),
  },
  {
    name: 'a refusal is in a language that nothing else is in',
    check: 'texts-complete',
    plugin: refusingBy({ ...TEXTS.book, it: 'Prenotare' }),
    examples: [...soundExamples, refusal],
  },
  {
    name: 'it speaks English alone',
    check: 'host-languages',
    plugin: speakingEnglish,
  },
  {
    name: 'its links may lead where none leads',
    check: 'permissions-used',
    plugin: withData({ permissions: { ...sound.permissions, open: ['https://meet.example/*', 'meet:*'] } }),
  },
  {
    name: 'its tasks may call what none calls',
    check: 'permissions-used',
    plugin: withData({
      permissions: {
        ...sound.permissions,
        fetch: ['{account.server}/*', { pattern: 'https://log.example/*', clientCertificate: true }],
      },
    }),
  },
]

function englishActions(): Plugin['actions'] {
  const actions = Object.entries(sound.actions as Plugin['actions'])
  return Object.fromEntries(
    actions.map(([name, all]) => [name, all.map((action) => ({ ...action, label: inEnglish(action.label) as Text }))]),
  )
}

/** Sound all the same: what is called only after the first server failed is used. */
export const calledOnFailure: Plugin = {
  ...bookingBy(async (args) => {
    const elsewhere = () => book({ ...args, account: { ...args.account, server: FULL } })
    return { type: 'tab', url: await book(args).catch(elsewhere) }
  }),
  permissions: { ...sound.permissions, fetch: ['{account.server}/*', `${FULL}*`] },
}

/** Sound all the same: what is opened only where a room has a sign that is encoded is used. */
export const openedForHostile: Plugin = withData({
  permissions: { ...sound.permissions, open: ['https://meet.example/*', 'https://meet.example/join?room=%26*'] },
})
