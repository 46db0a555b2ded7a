/** Netviewer: sessions booked at the organisation's own gateway, joined and handed out by tokens (vendors.md 3). @module */
import { definePlugin } from '@joinery/sdk'
import { bookNow, schedule } from './book.ts'
import { change } from './change.ts'
import { end } from './end.ts'
import { accountFields, sessionFields } from './fields.ts'
import {
  bookNowInput,
  changeInput,
  inviteInput,
  readAnswerInput,
  scheduleInput,
  tokenInput,
  usageReportInput,
} from './inputs.ts'
import { inviteContact, inviteSeveral } from './invite.ts'
import { join, joinByToken } from './join.ts'
import { readAnswer } from './read-answer.ts'
import { status } from './status.ts'
import { testConnection } from './test-connection.ts'
import { usage, usageReport } from './usage.ts'

// A token as the source document shows one; never a part of something longer.
const TOKEN = '(?<![0-9A-Za-z])([0-9A-Fa-f]{32}\\d{2})(?![0-9A-Za-z])'
const onSession = { for: 'me', icon: 'manage' } as const
const onAccount = { for: 'me', icon: 'manage', on: 'account' } as const

/** The Netviewer plugin. */
export const netviewer = definePlugin({
  api: 1,
  id: 'com.netviewer',
  name: 'Netviewer',
  version: '1.0.0',
  permissions: {
    open: ['{account.programUrl}?*'],
    fetch: [{ pattern: '{account.gatewayUrl}/*', clientCertificate: true }],
  },
  account: accountFields,
  target: {
    name: { en: 'Session', de: 'Sitzung' },
    fields: sessionFields,
    over: { field: 'state', values: ['ended', 'expired'] },
  },
  recognize: [
    { href: '{account.programUrl}?*', query: { moderatorToken: 'token' } },
    { href: 'https://get.netviewer.com/*', query: { moderatorToken: 'token' } },
  ],
  recognizeText: [{ text: TOKEN, field: 'moderatorToken' }],
  actions: ({ link, task }) => ({
    join: link({
      for: 'me',
      icon: 'join',
      label: { en: 'Join', de: 'Beitreten' },
      build: ({ account, target }) => join(account, target),
    }),
    joinByToken: link({
      for: 'me',
      icon: 'join',
      on: 'account',
      label: { en: 'Join by token', de: 'Mit Token beitreten' },
      input: tokenInput,
      build: ({ account, input }) => joinByToken(account, input.token),
    }),
    bookNow: task({
      for: 'me',
      icon: 'schedule',
      on: 'account',
      label: { en: 'Book now', de: 'Jetzt buchen' },
      needs: ['firstName', 'lastName'],
      input: bookNowInput,
      run: bookNow,
    }),
    schedule: task({
      for: 'me',
      icon: 'schedule',
      on: 'account',
      label: { en: 'Schedule', de: 'Planen' },
      needs: ['firstName', 'lastName'],
      input: scheduleInput,
      run: schedule,
    }),
    invite: task({
      for: 'contact',
      icon: 'invite',
      label: { en: 'Invite', de: 'Einladen' },
      needs: ['lastName', 'email'],
      run: ({ person, ...inviting }) => inviteContact(inviting, person),
    }),
    inviteSeveral: task({
      for: 'me',
      icon: 'invite',
      label: { en: 'Invite several people', de: 'Mehrere Personen einladen' },
      input: inviteInput,
      run: ({ input, ...inviting }) => inviteSeveral(inviting, input.participants),
    }),
    status: task({
      ...onSession,
      label: { en: 'Show the state', de: 'Zustand anzeigen' },
      run: status,
    }),
    change: task({
      ...onSession,
      label: { en: 'Change', de: 'Ändern' },
      input: changeInput,
      run: change,
    }),
    end: task({
      ...onSession,
      label: { en: 'End the session', de: 'Sitzung beenden' },
      confirm: {
        text: {
          en: 'It ends for everybody and cannot be started again.',
          de: 'Sie endet für alle und lässt sich nicht wieder starten.',
        },
      },
      run: end,
    }),
    usage: task({
      ...onSession,
      label: { en: 'Show the usage', de: 'Nutzung anzeigen' },
      run: ({ account, target, host }) => usage(account, target, host),
    }),
    readAnswer: task({
      ...onSession,
      label: { en: 'Read the stored answer', de: 'Gespeicherte Antwort lesen' },
      input: readAnswerInput,
      run: async ({ account, target, input }) => readAnswer(target, account, input),
    }),
    usageReport: task({
      ...onAccount,
      label: { en: 'Report usage', de: 'Nutzung berichten' },
      input: usageReportInput,
      run: usageReport,
    }),
    test: task({
      ...onAccount,
      label: { en: 'Test the connection', de: 'Verbindung testen' },
      run: ({ account, host }) => testConnection(account, host),
    }),
  }),
})

export default netviewer
