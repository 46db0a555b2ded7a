/** Makes what others wrote safe for one line of a calendar, a mail or a file's name. @module */

// White space and control characters: layout at best, a second line of a calendar file at worst.
const LAYOUT = /[\s\p{Cc}]+/gu
// Marks that turn the direction of all that follows, a link among it.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
// What one system or another does not take in a file's name.
const NOT_IN_FILE_NAMES = /[\\/:*?"<>|]+/g
// Dots at the ends hide files, lead elsewhere, or are dropped.
const OUTER_DOTS = /^[. ]+|[. ]+$/g
const LONGEST_FILE_NAME = 80

/** The text in one line, without halves of characters. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(DIRECTION, '').replace(LAYOUT, ' ').trim()
}

/** The text with at most so many characters; what is cut off shows. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** A name for a calendar file, such as `Weekly – Ada Example.ics`. */
export function calendarFileName(title: string, guest: string): string {
  const parts = [title, guest]
    .map((part) => oneLine(part.replace(NOT_IN_FILE_NAMES, ' ')).replace(OUTER_DOTS, ''))
    .filter((part) => part !== '')
  return `${parts.length === 0 ? 'invitation' : cut(parts.join(' – '), LONGEST_FILE_NAME)}.ics`
}
