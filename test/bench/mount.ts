/** The mount engine's cost per change, on large pages, against the least that finds an anchor at all, and what others do. @module */
import { type Browser, chromium } from 'playwright-core'
import { ensureBrowser } from '../browsers/install.ts'
import { siteTests } from '../sites/table.ts'
import { measureList } from './mount-list.ts'
import { type MountFigures, measureInPage } from './mount-page.ts'
import { servePage } from './page-server.ts'
import { type Measurement, median } from './report.ts'

const SMALL = 15_000
const LARGE = 100_000
const BATCHES = 900
const ROWS = 10_000
/** As many places for buttons as a site has: a page gets the rule of its own site alone, however many there are. */
const SELECTORS = Array.from({ length: 10 }, (_, index) => `article[data-kind="kind-${index}"] [data-slot="title"]`)

/** Runs the engine in a page of Chromium, outside the extension, so that its callbacks can be timed. */
export async function benchMount(): Promise<readonly Measurement[]> {
  const server = await servePage()
  const browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: ['--no-sandbox'] })
  try {
    const small = await measure(browser, server.origin, SMALL)
    const large = await measure(browser, server.origin, LARGE)
    const page = await browser.newPage()
    await page.goto(server.origin)
    const list = await page.evaluate(measureList, ROWS)
    return [...batches(small, large), ...quiet(small, large), ...longList(list)]
  } finally {
    await browser.close()
    server.close()
  }
}

async function measure(browser: Browser, origin: string, elements: number): Promise<MountFigures> {
  const page = await browser.newPage()
  await page.goto(origin)
  const figures = await page.evaluate(measureInPage, { elements, batches: BATCHES, selectors: SELECTORS })
  await page.close()
  return figures
}

function batches(small: MountFigures, large: MountFigures): readonly Measurement[] {
  const againstFloor = ({ engine, floor }: MountFigures) => median(engine) / median(floor)
  const growth = (name: 'engine' | 'floor') => (median(large[name]) / median(small[name])).toFixed(2)
  const each = ([figures, elements]: readonly [MountFigures, number]): Measurement => {
    const animation = median(figures.animation) - median(figures.style)
    const others = `${inMicroseconds(median(figures.requery))} by querying the document again, ${inMicroseconds(median(figures.addedOnly))} by added nodes alone, ${inMicroseconds(animation)} more for styles that start animations`
    return {
      name: `bench/mount: a batch of 20 rows added and 20 removed at ${elements} elements, against a bare query in the added rows`,
      ratio: againstFloor(figures),
      limit: { atMost: 2 },
      detail: `${inMicroseconds(median(figures.engine))} and ${inMicroseconds(median(figures.floor))}; ${others}; ${siteTests.length} sites`,
    }
  }
  return [
    each([small, SMALL]),
    each([large, LARGE]),
    {
      // Whatever is done in a larger page finds fewer of its nodes in the processor's caches, a bare query too.
      name: `bench/mount: the same batch at ${LARGE} elements against ${SMALL}, each against its bare query`,
      ratio: againstFloor(large) / againstFloor(small),
      limit: { atMost: 1.2 },
      detail: `the batch by ${growth('engine')}, the bare query by ${growth('floor')}`,
    },
  ]
}

function quiet(small: MountFigures, large: MountFigures): readonly Measurement[] {
  return [
    {
      name: 'bench/mount: callbacks while 1,000 attributes change',
      ratio: small.churn + large.churn,
      limit: { atMost: 0 },
      detail: 'at both sizes',
    },
    {
      name: `bench/mount: milliseconds of a sweep at ${LARGE} elements`,
      ratio: median(large.sweep),
      limit: { atMost: 5 },
      detail: `${inMicroseconds(median(small.sweep))} at ${SMALL} elements`,
    },
    {
      name: 'bench/mount: callbacks in three seconds of an idle page, sweeps included',
      ratio: Math.max(small.idle, large.idle),
      limit: { atMost: 4 },
      detail: 'one sweep a second',
    },
    {
      name: 'bench/mount: callbacks in three seconds of a changing page that nobody looks at',
      ratio: small.hidden + large.hidden,
      limit: { atMost: 0 },
      detail: 'at both sizes',
    },
  ]
}

function longList({ visible, floor, longest, rows }: Awaited<ReturnType<typeof measureList>>): readonly Measurement[] {
  return [
    {
      name: `bench/mount: milliseconds of the longest piece of work while ${rows} rows get their buttons`,
      ratio: longest,
      limit: { atMost: 50 },
      detail: 'those near the window; the others when they come near',
    },
    {
      name: `bench/mount: until the rows in view of ${rows} have their buttons, against equipping only those`,
      ratio: visible / floor,
      limit: { atMost: 2 },
      detail: `${visible.toFixed(0)} ms and ${floor.toFixed(0)} ms`,
    },
  ]
}

function inMicroseconds(milliseconds: number): string {
  return `${(milliseconds * 1000).toFixed(0)} µs`
}
