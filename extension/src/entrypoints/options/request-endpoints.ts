/** The browser's permission for what an account calls. @module */
import { browser } from 'wxt/browser'
import { patternOf } from '../../sites/pattern.ts'
import { ask } from '../../ui/ask.ts'
import type { Endpoint } from './endpoints.ts'

/**
 * Asks the browser for the endpoints. It must be called within the user's click itself, before anything is awaited.
 * The background is told first which grants are not for buttons; what is an enabled site already stays one.
 *
 * @returns whether all were granted; what is granted already is not asked again.
 */
export function requestEndpoints(endpoints: readonly Endpoint[], sites: readonly string[]): Promise<boolean> {
  if (endpoints.length === 0) return Promise.resolve(true)
  const told = endpoints
    .filter(({ origin }) => !sites.includes(patternOf(origin)))
    .map(({ origin }) => ask('desk.expectEndpoint', { origin }))
  const request = browser.permissions.request({ origins: endpoints.map(({ origin }) => patternOf(origin)) })
  const granted = request.catch(() => false)
  void granted.then((isGranted) => {
    if (isGranted) return
    for (const { origin } of endpoints) void ask('desk.dropEndpoint', { origin })
  })
  // Whoever reads the sites after this does not find the endpoints among them.
  return Promise.all(told).then(() => granted)
}
