/** The values that the examples share: all made up. @module */
import type { ReplyExample } from '@joinery/sdk/testing'

/** 2023-11-14T22:13:20Z. */
export const NOW = 1_700_000_000_000

/** Where the calls go. */
export const API = 'https://bbb.example.com/bigbluebutton/api'

/** An organisation's server, and the text that its checksums end with. */
export const account = {
  server: 'https://bbb.example.com/bigbluebutton/',
  secret: 'a-shared-secret-made-up-for-these-examples',
} as const

/** The same, where joining is a link alone. */
export const linkAccount = { ...account, createFirst: false } as const

export const meeting = { label: 'Support', meetingId: 'support-desk' } as const

/** The user. */
export const ada = { firstName: 'Ada', lastName: 'King', username: 'ada9' } as const

/** A contact. */
export const zoe = { firstName: 'Zoë Ann', lastName: "O'Brïen & Co", email: 'zoe@example.com' } as const

/** One call and its answer; `signed` is the query with its checksum. */
export function asked(call: string, signed: string, text: string): ReplyExample {
  return { request: { url: `${API}/${call}?${signed}` }, text, headers: { 'content-type': 'text/xml;charset=utf-8' } }
}

/** A success, with these elements. */
export function success(elements: string): string {
  return `<response>\n<returncode>SUCCESS</returncode>\n${elements}\n</response>`
}

/** A refusal. */
export function failure(key: string, message = 'Told in English.'): string {
  return `<response>\n<returncode>FAILED</returncode>\n<messageKey>${key}</messageKey>\n<message>${message}</message>\n</response>`
}
