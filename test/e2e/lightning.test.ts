/** Salesforce's own base components, with native and with synthetic shadow roots: the rule reads through both. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import type { Certificate } from '../certificates.ts'
import { buildLightning, type Shadow } from '../sites/lightning/build.ts'
import { lightningPage } from '../sites/lightning/expected.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { enableSites, recordsOn } from './site-pages.ts'
import { openStage, type Stage, setUpOrganisation } from './stage.ts'

const { hostname: HOST, origin: ORIGIN } = new URL(lightningPage.address)

let stage: Stage
let page: Page

beforeAll(async () => {
  const scripts = { native: await buildLightning('native'), synthetic: await buildLightning('synthetic') }
  stage = await openStage(inject('browser'), {
    servers: [{ hosts: [HOST], start: (certificate) => startPages(certificate, scripts) }],
  })
  await setUpOrganisation(stage)
  await enableSites(stage, [ORIGIN])
  page = await stage.session.open(`${ORIGIN}/`)
})
afterAll(() => stage?.close())

async function startPages({ key, cert }: Certificate, scripts: Readonly<Record<Shadow, string>>) {
  const server = createServer({ key, cert }, ({ url = '' }, response) => {
    const [, shadow] = /^\/(native|synthetic)\.js$/.exec(url) ?? []
    if (shadow !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts[shadow as Shadow])
      return
    }
    const wanted = new URL(url, ORIGIN).searchParams.get('shadow') ?? 'native'
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><title>Salesforce</title><body><script src="/${wanted}.js"></script></body>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test.each(['native', 'synthetic'] as const)(
  'with %s shadow roots the contact in front is found and invited',
  async (shadow) => {
    await page.goto(`${lightningPage.address}?shadow=${shadow}`)
    await waitForButtons(page, 3)
    expect(await recordsOn(stage, page)).toEqual({ site: 'salesforce-lightning', records: lightningPage.records })
    // The page is what it is taken for.
    const hasRoots = await page.evaluate(
      () => document.querySelector('records-lwc-highlights-panel')?.shadowRoot !== null,
    )
    expect(hasRoots).toBe(true)
    await clickButton(page, 'Invite')
    const [{ facts } = { facts: {} as { email?: string } }] = lightningPage.records
    await expect
      .poll(async () => URL.parse(await stage.session.clipboardText())?.searchParams.get('email'))
      .toBe(facts.email)
  },
)
