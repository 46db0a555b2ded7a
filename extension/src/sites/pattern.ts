/** Match patterns: how browsers name the pages of an origin. @module */

/** The match pattern of an origin. Firefox knows no ports in patterns, so it stands for every port of the host. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}
