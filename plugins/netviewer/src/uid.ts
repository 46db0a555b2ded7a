/** What calendars know a session by (RFC 7986, 5.3: a UUID). @module */
import type { TaskHost } from '@joinery/sdk'

/** A new UUID, version 4. */
export function newUid(random: TaskHost['random']): string {
  const bytes = random(16)
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
