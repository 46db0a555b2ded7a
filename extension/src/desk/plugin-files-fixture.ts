/** Plugin files for the desk's tests. @module */

/** A plugin file as an object; it opens rooms at one site. */
export const meetFile = {
  joinery: 1,
  id: 'com.example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['https://meet.example.com/*'] },
  target: { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } },
  actions: {
    join: { label: 'Join', icon: 'join', for: 'me', opens: 'tab', url: 'https://meet.example.com/{target.room}' },
  },
} as const

/** The text of that file with other parts. */
export function meetText(parts: object = {}): string {
  return JSON.stringify({ ...meetFile, ...parts })
}
