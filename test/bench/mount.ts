/** The mount engine's cost per change, on a large page, against the least that finds an anchor at all. @module */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { ensureBrowser } from '../browsers/install.ts'
import { type MountFigures, measureInPage } from './mount-page.ts'
import { type Measurement, median } from './report.ts'

const ELEMENTS = 15_000
const RULES = 10
const BATCHES = 800

/** Runs the engine in a page of Chromium, outside the extension, so that its callbacks can be timed. */
export async function benchMount(): Promise<readonly Measurement[]> {
  const server = await serveEngine()
  const browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(server.origin)
    const figures: MountFigures = await page.evaluate(measureInPage, {
      elements: ELEMENTS,
      rules: RULES,
      batches: BATCHES,
    })
    return measurements(figures)
  } finally {
    await browser.close()
    server.close()
  }
}

function measurements({ engine, floor, churn, sweep }: MountFigures): readonly Measurement[] {
  const [own, least] = [median(engine), median(floor)]
  return [
    {
      name: 'bench/mount: a batch of 20 rows added and 20 removed, against a bare query in the added rows',
      ratio: own / least,
      limit: { atMost: 2 },
      detail: `${(own * 1000).toFixed(0)} µs and ${(least * 1000).toFixed(0)} µs at ${ELEMENTS} elements and ${RULES} rules`,
    },
    {
      name: 'bench/mount: callbacks while 1,000 attributes change',
      ratio: churn,
      limit: { atMost: 0 },
      detail: `a sweep takes ${(median(sweep) * 1000).toFixed(0)} µs`,
    },
  ]
}

// Cross-origin isolation gives the page a clock of 5 µs instead of 100.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }

async function serveEngine(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const name = /^\/page\/([a-z-]+\.ts)$/.exec(request.url ?? '')?.[1]
    if (name === undefined) {
      response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<!doctype html><main></main>')
      return
    }
    const source = await readFile(new URL(`../../extension/src/page/${name}`, import.meta.url), 'utf8')
    response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
