/** A plugin file that says everything a file can say, and the means to make it say something else. @module */

/** The file, as an object. */
export const meetFile = {
  $schema: 'https://meet.example/schema.json',
  joinery: 1,
  id: 'example.meet',
  name: { en: 'Meet', de: 'Treffen' },
  version: '1.2.3',
  permissions: { open: ['{account.server}/*', 'https://www.meet.example/*', 'zoommtg:*'] },
  account: {
    server: { type: 'url', label: 'Server', default: 'https://meet.example/' },
    team: { type: 'text', label: 'Team', optional: true, characters: 'letters and digits', maxLength: 20 },
    guests: { type: 'boolean', label: 'Guests', default: true },
  },
  target: {
    name: 'Room',
    fields: {
      room: { type: 'text', label: 'Room', help: 'Its name', patternHint: 'As in its address', default: 'lobby' },
      pin: { type: 'number', label: 'PIN', min: 0, max: 9999, integer: true, optional: true },
      kind: { type: 'choice', label: 'Kind', options: { open: 'Open', closed: 'Closed' }, default: 'open' },
      owner: { type: 'email', label: 'Owner', optional: true, when: { kind: 'closed' } },
    },
  },
  recognize: [
    { href: 'https://*.meet.example/*', path: '/rooms/r-{target.room}.html', prefix: { room: 'r' }, unless: ['key'] },
    { href: '{account.server}/*', query: { room: ['room', 'r'], pin: 'pin' } },
  ],
  actions: {
    join: {
      label: 'Join',
      icon: 'join',
      for: 'me',
      needs: ['firstName'],
      opens: 'tab',
      url: '{account.server}/rooms/{target.room}?name={person.firstName}&team={account.team}&pin={target.pin}#lang=en',
    },
    show: {
      label: 'Show',
      for: 'me',
      opens: 'popup',
      width: 800,
      height: 600,
      url: 'https://www.meet.example/v-{target.kind}/{target.room}/?minutes={input.minutes}#name={person.lastName}&x=1',
      input: { minutes: { type: 'number', label: 'Minutes', optional: true } },
    },
    call: { label: 'Call', for: 'me', opens: 'app', url: 'zoommtg://meet.example/join?id={target.room}' },
    invite: {
      label: 'Invite',
      icon: 'invite',
      for: 'contact',
      when: { guests: true },
      opens: 'guest link',
      sensitive: true,
      url: 'https://www.meet.example/guest?room={target.room}&mail={person.email}',
    },
    open: { label: 'Open', icon: 'manage', for: 'me', on: 'account', opens: 'tab', url: '{account.server}/admin' },
  },
} as const

/** The text of the file with another value at a path such as `actions.join.url`; `undefined` takes it away. */
export function meetWith(path: string, value: unknown): string {
  const file = structuredClone(meetFile) as object
  const names = path.split('.')
  const last = names.pop() ?? ''
  const inner = names.reduce<object>((part, name) => Reflect.get(part, name) as object, file)
  if (value === undefined) Reflect.deleteProperty(inner, last)
  else Object.defineProperty(inner, last, { value, enumerable: true })
  return JSON.stringify(file)
}

/** The text of the file whose action `join` has another address. */
export function joiningAt(url: string): string {
  return meetWith('actions.join.url', url)
}
