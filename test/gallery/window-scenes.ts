/** The windows that clicks open: remote control, doubts, invitations, a site that was picked. @module */
import type { ControlView } from '../../extension/src/desk/views.ts'
import { LONG_NAME } from './gallery-stage.ts'
import { ownSite } from './own-site.ts'
import { type Scene, WINDOW } from './scene.ts'

const device = {
  id: 'd1',
  label: 'PC-4711',
  company: 'Contoso',
  details: [
    { label: 'TeamViewer ID', text: 'r124124124' },
    { label: 'Control type', text: 'unattended' },
  ],
  asksNoMore: false,
}

const question: ControlView = {
  ok: true,
  accountId: 'a1',
  action: 'Remote control',
  reachesIn: true,
  targetName: 'Device',
  person: 'Jane Doe',
  company: 'Contoso',
  asks: true,
  maySearch: true,
  target: device,
}

const devices = ['PC-4711', 'PC-4712', 'Cash desk 3'].map((label, index) => ({
  id: `d${index}`,
  accountId: 'a1',
  label,
  isManaged: false,
}))

const invitation = {
  title: 'Weekly review',
  start: Date.UTC(2026, 11, 1, 8),
  minutes: 60,
  recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5',
  timeZone: 'Europe/Berlin',
  uid: 'meeting-1@meetings.example',
  sequence: 0,
  isCancelled: false,
  organizer: { name: 'Joe Smith', email: 'joe@smith.example' },
  guests: [
    {
      name: 'Jane Doe',
      email: 'jane.doe@contoso.example',
      link: 'https://meetings.example/join?guest=1',
      isForAll: false,
    },
    {
      name: LONG_NAME,
      email: `${LONG_NAME.toLowerCase()}@contoso.example`,
      link: 'https://meetings.example/join?guest=3',
      isForAll: false,
    },
    { name: 'Tarō Yamada', link: 'https://meetings.example/join?guest=2', isForAll: false },
  ],
}

/** Each state. */
export const windowScenes: readonly Scene[] = [
  {
    name: 'control-question',
    page: 'control.html',
    ready: '.start',
    size: WINDOW,
    answers: { 'control.read': question },
  },
  {
    name: 'control-long-names',
    page: 'control.html',
    ready: '.start',
    size: WINDOW,
    answers: {
      'control.read': {
        ...question,
        person: LONG_NAME,
        target: { ...device, label: LONG_NAME, company: LONG_NAME, details: [{ label: 'ID', text: LONG_NAME }] },
      },
    },
  },
  {
    name: 'control-pick',
    page: 'control.html',
    ready: '.found button',
    size: WINDOW,
    answers: {
      'control.read': { ...question, target: null },
      'desk.findTargets': { targets: devices, more: true },
    },
  },
  {
    name: 'control-failed',
    page: 'control.html',
    ready: '.start',
    size: WINDOW,
    answers: {
      'control.read': question,
      'control.goOn': { ok: false, problem: { code: 'not-found', text: 'The server does not know this device.' } },
    },
    act: async (page) => {
      await page.click('.start')
      await page.waitFor(() => document.querySelector('.message-problem') !== null)
    },
  },
  {
    name: 'control-nothing',
    page: 'control.html',
    ready: '.message-problem',
    size: WINDOW,
  },
  {
    name: 'confirm',
    page: 'confirm.html',
    ready: '.go',
    size: WINDOW,
    answers: {
      'confirm.read': {
        shortcut: 'Invite',
        icon: 'invite',
        site: 'crm.northwind.example',
        person: { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@contoso.example', company: 'Contoso' },
        doubts: ['changed'],
      },
    },
    // Its button sleeps for a moment, so that nobody clicks it by mistake.
    act: (page) => page.waitFor(() => document.querySelector('.go:not([disabled])') !== null),
  },
  {
    name: 'confirm-long-names',
    page: 'confirm.html',
    ready: '.go',
    size: WINDOW,
    answers: {
      'confirm.read': {
        shortcut: LONG_NAME,
        icon: 'join',
        site: `${'crm.'.repeat(20)}example`,
        person: {
          firstName: 'Jane',
          lastName: LONG_NAME,
          email: `${LONG_NAME.toLowerCase()}@contoso.example`,
          company: LONG_NAME,
        },
        doubts: ['address', 'covered'],
      },
    },
    act: (page) => page.waitFor(() => document.querySelector('.go:not([disabled])') !== null),
  },
  { name: 'confirm-nothing', page: 'confirm.html', ready: '.message-problem', size: WINDOW },
  {
    name: 'invitation',
    page: 'invitation.html',
    ready: '.guest-list',
    size: [640, 640],
    answers: { 'invitation.read': { ok: true, invitation } },
  },
  {
    name: 'invitation-handed-out',
    page: 'invitation.html',
    ready: '.guest-list',
    size: [640, 640],
    answers: { 'invitation.read': { ok: true, invitation } },
    act: async (page) => {
      await page.click('.way-link')
      await page.waitFor(() => document.querySelector('.said .message') !== null)
    },
  },
  { name: 'invitation-nothing', page: 'invitation.html', ready: '.message-problem', size: WINDOW },
  {
    name: 'site',
    page: 'site.html',
    ready: 'form',
    size: [560, 720],
    answers: { 'sites.readDraft': { site: ownSite } },
  },
  { name: 'site-nothing', page: 'site.html', ready: '.message-problem', size: WINDOW },
  ...['language', 'passphrase', 'account', 'site', 'ready'].map((step) => ({
    name: `welcome-${step}`,
    page: 'welcome.html',
    at: `#${step}`,
    ready: '.welcome-step h2',
  })),
  {
    name: 'welcome-first',
    page: 'welcome.html',
    at: '#passphrase',
    ready: '.welcome-step form',
    changes: { 'vault.read': { state: 'absent' } },
  },
  {
    name: 'welcome-account-first',
    page: 'welcome.html',
    at: '#account',
    ready: '.welcome-step form',
    changes: { 'desk.read': { accounts: [], shortcuts: [] } },
  },
  { name: 'demo-room', page: 'demo-room.html', at: '?room=Demo+lobby&name=Joe+Smith&role=host', ready: 'h1' },
]
