/** Moments as the browser's date and time input writes them: local, without an offset. @module */

/** The input's text for a moment in milliseconds since 1970; empty for anything else. */
export function toLocalText(milliseconds: unknown): string {
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds)) return ''
  const date = new Date(milliseconds)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-')
  return `${day.padStart(10, '0')}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** The moment that the input's text means here; empty where there is none. */
export function fromLocalText(text: string): number | '' {
  const milliseconds = new Date(text).getTime()
  return text === '' || Number.isNaN(milliseconds) ? '' : milliseconds
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
