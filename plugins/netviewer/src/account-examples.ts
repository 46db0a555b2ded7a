/** Examples of what is done with an account: report and test (vendors.md 3.2). @module */
import type { Example } from '@joinery/sdk/testing'
import { account, GATEWAY, headers, NOW } from './example-values.ts'

const problem = { 'content-type': 'application/problem+json' }
const testing = { action: 'test', account, now: NOW } as const
const nothing = { request: { url: `${GATEWAY}/sessions/0`, headers }, status: 404, headers: problem }

/** Reporting and testing. */
export const accountExamples: readonly Example[] = [
  {
    name: 'the usage of a month; what was booked later is not asked for',
    action: 'usageReport',
    account,
    input: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
    targets: [
      { sessionNumber: '4711', subject: 'Review', bookedAt: NOW },
      { sessionNumber: '4712', bookedAt: Date.UTC(2026, 3, 2) },
      { subject: 'not read yet' },
    ],
    now: NOW,
    replies: [
      {
        request: { url: `${GATEWAY}/sessions/4711/usage`, headers },
        json: {
          sessionNumber: '4711',
          startedAt: '2026-03-23T09:01:00Z',
          endedAt: null,
          minutes: 12.5,
          participants: 2,
        },
      },
    ],
    outcome: {
      type: 'table',
      title: { en: 'Usage', de: 'Nutzung' },
      columns: [
        { en: 'Session number', de: 'Sitzungsnummer' },
        { en: 'Subject', de: 'Betreff' },
        { en: 'Started', de: 'Begonnen' },
        { en: 'Ended', de: 'Beendet' },
        { en: 'Minutes', de: 'Minuten' },
        { en: 'Participants', de: 'Teilnehmer' },
        { en: 'Problem', de: 'Problem' },
      ],
      rows: [['4711', 'Review', '2026-03-23T09:01:00Z', '', 12.5, 2, '']],
    },
  },
  {
    name: 'a report that ends before it begins',
    action: 'usageReport',
    account,
    input: { from: '2026-04-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
    now: NOW,
    error: { code: 'invalid', field: 'to' },
  },
  {
    ...testing,
    name: 'the gateway is reached and takes the certificate',
    replies: [{ ...nothing, json: { title: 'No such session' } }],
    outcome: {
      type: 'done',
      message: {
        en: 'The gateway answers, and accepts this browser’s certificate. (It was asked for a session that does not exist; nothing was booked.)',
        de: 'Das Gateway antwortet und nimmt das Zertifikat dieses Browsers an. (Es wurde nach einer Sitzung gefragt, die es nicht gibt; gebucht wurde nichts.)',
      },
    },
  },
  {
    ...testing,
    name: 'a page that is not there may be anybody’s',
    replies: [{ ...nothing, headers: { 'content-type': 'text/html' }, text: '<h1>Not found</h1>' }],
    error: { code: 'not-found' },
  },
  {
    ...testing,
    name: 'a path that is none is refused by its line',
    account: { ...account, paths: 'status = /sessions' },
    error: { code: 'invalid', field: 'paths' },
  },
]
