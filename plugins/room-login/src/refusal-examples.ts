/** What the room login refuses, each with the field at fault. @module */
import type { Example } from '@joinery/sdk/testing'
import { ada, NOW, organisation, remote, room, zoe } from './example-values.ts'

const join = { action: 'join', account: organisation, target: room, person: ada, now: NOW } as const
const invite = { ...join, action: 'invite', person: zoe } as const

const invalid = (field: string) => ({ code: 'invalid', field }) as const
const missing = (field: string) => ({ code: 'missing', field }) as const
const unsafe = (field: string) => ({ code: 'unsafe', field }) as const

/** The refusals. */
export const refusals: readonly Example[] = [
  { ...join, name: 'no company', account: { companyPass: 'password' }, error: missing('companyId') },
  {
    ...join,
    name: 'a company that is no number',
    account: { ...organisation, companyId: '12a' },
    error: invalid('companyId'),
  },
  { ...join, name: 'no password', account: { companyId: '1234' }, error: missing('companyPass') },
  {
    ...join,
    name: 'no signing service',
    account: { companyId: '1234', signing: 'remote' },
    error: missing('signingUrl'),
  },
  {
    ...join,
    name: 'a signing service without encryption',
    account: { ...remote, signingUrl: 'http://sign.example.com/' },
    error: invalid('signingUrl'),
  },
  { ...join, name: 'an unknown way to sign', account: { ...organisation, signing: 'fax' }, error: invalid('signing') },
  { ...join, name: 'role 1', account: { ...organisation, role: '1' }, error: invalid('role') },
  {
    ...join,
    name: 'a user number with a leading zero',
    account: { ...organisation, userNo: '042' },
    error: invalid('userNo'),
  },
  {
    ...join,
    name: 'half a minute of clock difference',
    account: { ...organisation, skewMinutes: 0.5 },
    error: invalid('skewMinutes'),
  },
  { ...join, name: 'no room', target: {}, error: missing('roomId') },
  { ...join, name: 'room 001', target: { roomId: '001' }, error: invalid('roomId') },
  { ...join, name: 'room 0', target: { roomId: '0' }, error: invalid('roomId') },
  { ...join, name: 'a link for 4 minutes', target: { ...room, minutes: 4 }, error: invalid('minutes') },
  { ...join, name: 'a link for 31 minutes', target: { ...room, minutes: 31 }, error: invalid('minutes') },
  {
    ...join,
    name: 'a language of three letters',
    target: { ...room, directAccess: true, language: 'DEU' },
    error: invalid('language'),
  },
  { ...join, name: 'no first name', person: { ...ada, firstName: ' ' }, error: missing('firstName') },
  { ...join, name: 'no last name', person: { ...ada, lastName: '' }, error: missing('lastName') },
  {
    ...join,
    name: 'neither user name nor e-mail',
    person: { firstName: 'Ada', lastName: 'King' },
    error: missing('username'),
  },
  { ...join, name: 'a user name beyond ASCII', person: { ...ada, username: 'zoë' }, error: invalid('username') },
  {
    ...invite,
    name: 'a contact without e-mail',
    person: { firstName: 'Zoë', lastName: 'Ann' },
    error: missing('email'),
  },
  {
    ...invite,
    name: 'an e-mail that makes no user name',
    person: { firstName: 'Zoë', lastName: 'Ann', email: 'zoe+test@example.com' },
    error: invalid('email'),
  },
  { ...join, name: 'a name of digits', person: { ...ada, firstName: '12', lastName: '3' }, error: unsafe('firstName') },
  {
    ...join,
    name: 'a first name that starts with a digit',
    person: { ...ada, firstName: '8Ada' },
    error: unsafe('firstName'),
  },
  {
    ...join,
    name: 'a first name with a role in it',
    person: { ...ada, firstName: 'Ada31.3' },
    error: unsafe('firstName'),
  },
  {
    ...join,
    name: 'a last name with a role in it',
    person: { ...ada, lastName: 'x31.3bob' },
    error: unsafe('lastName'),
  },
  {
    ...join,
    name: 'a user name with a role in it',
    person: { ...ada, username: 'x31.3bob' },
    error: unsafe('username'),
  },
  {
    ...join,
    name: 'a user name that the version before it turns into a role',
    person: { ...ada, username: '1.3bob' },
    error: unsafe('username'),
  },
]
