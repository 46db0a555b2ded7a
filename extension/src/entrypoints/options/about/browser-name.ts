/** Which browser this is, from what it says of itself. @module */

// The first that fits: Edge calls itself Chrome, too.
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome', /\b(?:Headless)?Chrome\/([\d.]+)/],
]

/** Its name and version, such as `Firefox 153.0`. */
export function browserIn(userAgent: string): string {
  for (const [name, version] of BROWSERS) {
    const found = version.exec(userAgent)?.[1]
    if (found !== undefined) return `${name} ${found}`
  }
  return ''
}
