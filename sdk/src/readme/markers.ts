/** The place in a README that the command writes, and that is nobody else's. @module */

const START = '<!-- joinery:tables -->'
const END = '<!-- /joinery:tables -->'
const NOTE = '<!-- Written by "joinery-plugin docs"; what is changed here is lost. -->'

/**
 * The README with its tables in their place: between the markers, or at the end where there are none yet.
 *
 * @throws Error where one marker is without the other, or stands twice.
 */
export function withTables(readme: string, tables: string): string {
  const block = `${START}\n${NOTE}\n\n${tables}\n\n${END}`
  const counts = [START, END].map((marker) => readme.split(marker).length - 1)
  if (counts.every((count) => count === 0))
    return `${readme.trimEnd()}\n\n## Fields, actions, permissions\n\n${block}\n`
  const [before, after] = [readme.indexOf(START), readme.indexOf(END)]
  if (counts.some((count) => count !== 1) || after < before) {
    throw new Error(`The README must have ${START} once, and ${END} once behind it.`)
  }
  return readme.slice(0, before) + block + readme.slice(after + END.length)
}
