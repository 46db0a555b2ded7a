/** Examples of the room login for either host: the vendors' golden vectors, and every refusal (vendors.md 1). @module */
import type { Example } from '@joinery/sdk/testing'
import { ada, NOW, organisation, remote, room, SERVICE, TIMESTAMP, UNTIL, zoe } from './example-values.ts'
import { refusals } from './refusal-examples.ts'

/** The examples of one brand, by its web host. */
export function roomLoginExamples(host: string): readonly Example[] {
  const page = `https://${host}/pages/sc2/room_login.php`
  const tab = (query: string) => ({ type: 'tab', url: `${page}?${query}`, expiresAt: UNTIL, sensitive: true })
  const guestLink = (query: string) => ({ type: 'links', guest: `${page}?${query}`, expiresAt: UNTIL })
  return [
    ...goldenExamples(tab, guestLink),
    ...variations(page, tab, guestLink),
    ...remoteExamples(tab, guestLink),
    ...refusals,
  ]
}

type Outcome = (query: string) => unknown

/** The vectors of vendors.md 1.4 that a whole action gives. */
function goldenExamples(tab: Outcome, guestLink: Outcome): readonly Example[] {
  const seed = { companyId: '1', companyPass: 'password', protectUsernames: false }
  const joe = { firstName: 'joe', lastName: 'martin', username: 'joemartin' }
  return [
    {
      name: 'the vendor’s own sample, a guest',
      action: 'join',
      account: { ...seed, role: '0' },
      target: { roomId: '1' },
      person: joe,
      now: NOW,
      outcome: tab(
        'companyID=1&role=0&loginType=2&roomID=1&firstName=joe&lastName=martin&companyUsername=joemartin&_ts=1700000600&_t=222653657bb44943706fe761d791ec0b&_v=1.3',
      ),
    },
    {
      name: 'the vendor’s own sample, user number 42 as moderator',
      action: 'join',
      account: { ...seed, role: '3', userNo: '42' },
      target: { roomId: '1' },
      person: joe,
      now: NOW,
      outcome: tab(
        'companyID=1&role=3&loginType=2&roomID=1&userNo=42&companyUsername=joemartin&_ts=1700000600&_t=ec2507678caea049ef0debff84fc575e&_v=1.3',
      ),
    },
    {
      name: 'letters beyond ASCII',
      action: 'join',
      account: { ...organisation, role: '0', protectUsernames: false },
      target: room,
      person: { firstName: 'Zoë Ann', lastName: "O'Brïen~", username: 'zoe@example.com' },
      now: NOW,
      outcome: tab(
        'companyID=1234&role=0&loginType=2&roomID=5678&firstName=Zo%C3%AB%20Ann&lastName=O%27Br%C3%AFen~&companyUsername=zoe_example.com&_ts=1700000600&_t=41ee2eea8aa76d1df2f3d01063fa2aa6&_v=1.3',
      ),
    },
    {
      name: 'a contact with everything that a link can carry',
      action: 'invite',
      account: { ...organisation, protectUsernames: false },
      target: { ...room, customData: 'dept=R&D #7' },
      person: zoe,
      now: NOW,
      outcome: guestLink(
        'companyID=1234&role=0&loginType=2&roomID=5678&firstName=Zo%C3%AB%20Ann&lastName=O%27Br%C3%AFen&companyUsername=zoe_example.com&_ts=1700000600&_t=20b6b98da07e770a17f53f1f77a5c562&_v=1.3&phone=%2B1%20252-252-2522&companyCustomData=dept%3DR%26D%20%237&email=zoe%2Btest%40example.com',
      ),
    },
  ]
}

function variations(page: string, tab: Outcome, guestLink: Outcome): readonly Example[] {
  return [
    {
      name: 'a presenter with a protected user name',
      action: 'join',
      account: organisation,
      target: room,
      person: ada,
      now: NOW,
      outcome: tab(
        'companyID=1234&role=2&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=2838f80ae87c8559ce5dca609092890f&_v=1.3',
      ),
    },
    {
      name: 'a moderator by direct access in a window of its own',
      action: 'join',
      account: { ...organisation, role: '3' },
      target: { ...room, directAccess: true, language: 'de' },
      person: ada,
      now: NOW,
      outcome: {
        type: 'popup',
        url: `${page}?companyID=1234&role=3&loginType=2&roomID=5678&inquiry=login&language=DE&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=031981ee2981578775de90abb7e3abed&_v=1.3`,
        expiresAt: UNTIL,
        sensitive: true,
        width: 850,
        height: 700,
      },
    },
    {
      name: 'direct access in a tab, without a language',
      action: 'join',
      account: { ...organisation, role: '3' },
      target: { ...room, directAccess: true, separateWindow: false },
      person: ada,
      now: NOW,
      outcome: tab(
        'companyID=1234&role=3&loginType=2&roomID=5678&inquiry=login&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=031981ee2981578775de90abb7e3abed&_v=1.3',
      ),
    },
    {
      name: 'a language without direct access is not sent',
      action: 'join',
      account: organisation,
      target: { ...room, language: 'DE' },
      person: ada,
      now: NOW,
      outcome: tab(
        'companyID=1234&role=2&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=2838f80ae87c8559ce5dca609092890f&_v=1.3',
      ),
    },
    {
      name: 'a link for 30 minutes, by a vendor’s clock that is 3 ahead',
      action: 'invite',
      account: { ...organisation, skewMinutes: 3 },
      target: { ...room, minutes: 30 },
      person: { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' },
      now: NOW,
      outcome: {
        type: 'links',
        guest: `${page}?companyID=1234&role=0&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada_example.com_&_ts=1700001980&_t=1b060ed371485118a1cea4aff3226074&_v=1.3&email=ada%40example.com`,
        expiresAt: NOW + 30 * 60_000,
      },
    },
    {
      name: 'an invitation is an attendee’s, whatever the account’s own role and number',
      action: 'invite',
      account: { ...organisation, role: '3', userNo: '42' },
      target: { ...room, customData: '0' },
      person: { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' },
      now: NOW,
      outcome: guestLink(
        'companyID=1234&role=0&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada_example.com_&_ts=1700000600&_t=07ad0ec6feaee60584b14cd23219818e&_v=1.3&companyCustomData=0&email=ada%40example.com',
      ),
    },
    {
      name: 'user number 0 stands for none',
      action: 'join',
      account: { ...organisation, userNo: '0' },
      target: room,
      person: ada,
      now: NOW,
      outcome: tab(
        'companyID=1234&role=2&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=2838f80ae87c8559ce5dca609092890f&_v=1.3',
      ),
    },
  ]
}

/** Signed by the organisation's service, which answers in lower or upper case. */
function remoteExamples(tab: Outcome, guestLink: Outcome): readonly Example[] {
  const signature = '0123456789abcdef0123456789abcdef'
  const request = (signed: object) => ({
    method: 'POST',
    url: SERVICE,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    json: { companyID: '1234', roomID: '5678', ...signed, _ts: TIMESTAMP },
  })
  const signedAda = { firstName: 'Ada', lastName: 'King', role: '2', _v: '1.3', companyUsername: 'ada9_' }
  return [
    {
      name: 'signed by the organisation’s service',
      action: 'join',
      account: remote,
      target: room,
      person: ada,
      now: NOW,
      replies: [{ request: request(signedAda), json: { _t: signature } }],
      outcome: tab(
        `companyID=1234&role=2&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada9_&_ts=1700000600&_t=${signature}&_v=1.3`,
      ),
    },
    {
      name: 'signed by the service for a user number, answered in upper case',
      action: 'join',
      account: { ...remote, role: '3', userNo: '42' },
      target: room,
      person: ada,
      now: NOW,
      replies: [
        {
          request: request({ userNo: '42', role: '3', _v: '1.3', companyUsername: 'ada9_' }),
          json: { _t: signature.toUpperCase() },
        },
      ],
      outcome: tab(
        `companyID=1234&role=3&loginType=2&roomID=5678&userNo=42&companyUsername=ada9_&_ts=1700000600&_t=${signature}&_v=1.3`,
      ),
    },
    {
      name: 'an invitation signed by the service',
      action: 'invite',
      account: remote,
      target: room,
      person: { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' },
      now: NOW,
      replies: [
        {
          request: request({ ...signedAda, role: '0', companyUsername: 'ada_example.com_' }),
          json: { _t: signature },
        },
      ],
      outcome: guestLink(
        `companyID=1234&role=0&loginType=2&roomID=5678&firstName=Ada&lastName=King&companyUsername=ada_example.com_&_ts=1700000600&_t=${signature}&_v=1.3&email=ada%40example.com`,
      ),
    },
    {
      name: 'the service does not accept the caller',
      action: 'join',
      account: remote,
      target: room,
      person: ada,
      now: NOW,
      replies: [{ request: request(signedAda), status: 401 }],
      error: { code: 'unauthorized' },
    },
    {
      name: 'the service answers with 31 digits',
      action: 'join',
      account: remote,
      target: room,
      person: ada,
      now: NOW,
      replies: [{ request: request(signedAda), json: { _t: signature.slice(1) } }],
      error: { code: 'bad-answer' },
    },
  ]
}
