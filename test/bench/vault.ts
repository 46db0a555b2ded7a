/** The vault at 1,000, 10,000 and 100,000 targets, in Chromium: each figure against the least that the browser needs. @module */
import { type Browser, chromium, type Page } from 'playwright-core'
import { ensureBrowser } from '../browsers/install.ts'
import { type Measurement, median, percentile } from './report.ts'
import { fillVault, loadModules, measureDerivation, measureVault, type VaultFigures } from './vault-page.ts'
import { serveVault } from './vault-server.ts'

const SIZES = [1000, 10_000, 100_000]
const ROUNDS = 9
const LARGE = 100_000
const MEGABYTE = 1024 * 1024

interface AtSize extends VaultFigures {
  readonly targets: number
  readonly heapMegabytes: number
}

/** Runs the vault in pages of Chromium, outside the extension, each size in a profile of its own. */
export async function benchVault(): Promise<readonly Measurement[]> {
  const server = await serveVault()
  const browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: ['--no-sandbox'] })
  const passphrase = crypto.randomUUID()
  try {
    const derivation = await derive(browser, server.origin, passphrase)
    const figures: AtSize[] = []
    for (const targets of SIZES) figures.push(await measureAt(browser, server.origin, targets, passphrase))
    return [
      derivation,
      ...figures.flatMap(ratios),
      ...figures.filter(({ targets }) => targets === LARGE).flatMap(limits),
      ...growth(figures),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

async function measureAt(browser: Browser, origin: string, targets: number, passphrase: string): Promise<AtSize> {
  const context = await browser.newContext()
  const filling = await openPage(await context.newPage(), origin)
  await filling.evaluate(fillVault, { targets, passphrase })
  await filling.close()
  // A page of its own, so that neither memory nor caches are left from filling.
  const page = await openPage(await context.newPage(), origin)
  const figures: VaultFigures = await page.evaluate(measureVault, { rounds: ROUNDS, passphrase })
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number
    readonly backingStorageSize?: number
  }
  await context.close()
  return { ...figures, targets, heapMegabytes: (usedSize + backingStorageSize) / MEGABYTE }
}

async function derive(browser: Browser, origin: string, passphrase: string): Promise<Measurement> {
  const context = await browser.newContext()
  const page = await openPage(await context.newPage(), origin)
  await page.evaluate(fillVault, { targets: 1, passphrase })
  const { unlock, bare } = await page.evaluate(measureDerivation, { rounds: ROUNDS, passphrase })
  await context.close()
  return {
    name: 'bench/vault: unlocking by passphrase, against bare PBKDF2 of the same count',
    ratio: median(unlock) / median(bare),
    limit: { atMost: 1.25 },
    detail: `${ms(median(unlock))} and ${ms(median(bare))}`,
  }
}

async function openPage(page: Page, origin: string): Promise<Page> {
  await page.goto(origin)
  await page.evaluate(loadModules)
  return page
}

function ratios({ targets, unlock, decrypt, write, put }: AtSize): readonly Measurement[] {
  const at = `at ${targets.toLocaleString('en')} targets`
  return [
    {
      name: `bench/vault: key to ready ${at}, against bare AES-GCM of the same bytes`,
      ratio: median(unlock) / median(decrypt),
      // What a transaction costs at all weighs most where there is little to decrypt.
      limit: { atMost: targets === LARGE ? 15 : 40 },
      detail: `${ms(median(unlock))} and ${ms(median(decrypt))}`,
    },
    {
      name: `bench/vault: one changed target ${at}, against a bare put of the same bytes`,
      ratio: median(write) / median(put),
      limit: { atMost: 8 },
      detail: `${ms(median(write))} and ${ms(median(put))}; the slowest of ${write.length} took ${ms(Math.max(...write))}`,
    },
  ]
}

function limits(figures: AtSize): readonly Measurement[] {
  const { unlock, search, scan, write, heapMegabytes, firstRecord, pagesForFirstRecord } = figures
  const at = `at ${LARGE.toLocaleString('en')} targets`
  return [
    {
      name: `bench/vault: a keystroke ${at}, against one bare scan of the same texts`,
      ratio: median(search) / median(scan),
      limit: { atMost: 4 },
      detail: `${ms(median(search))} and ${ms(median(scan))}; the slowest of ${search.length} took ${ms(Math.max(...search))}`,
    },
    {
      name: `bench/vault: key to ready ${at}, in ms`,
      ratio: median(unlock),
      limit: { atMost: 1000 },
      detail: `slowest ${ms(Math.max(...unlock))}`,
    },
    {
      name: `bench/vault: a keystroke ${at}, in ms`,
      ratio: percentile(search),
      limit: { atMost: 16 },
      detail: '95 of 100 are faster',
    },
    {
      name: `bench/vault: one changed target ${at}, in ms`,
      ratio: median(write),
      limit: { atMost: 20 },
      detail: `95 of 100 below ${ms(percentile(write))}`,
    },
    {
      name: `bench/vault: memory ${at}, in MB`,
      ratio: heapMegabytes,
      limit: { atMost: 150 },
      detail: 'with the index open, after searching',
    },
    {
      name: `bench/vault: index pages opened before the first record is read ${at}`,
      ratio: pagesForFirstRecord,
      limit: { atMost: 0 },
      detail: `the record came after ${ms(firstRecord)}`,
    },
  ]
}

function growth(figures: readonly AtSize[]): readonly Measurement[] {
  const [small, large] = [
    figures.find(({ targets }) => targets === 10_000),
    figures.find(({ targets }) => targets === LARGE),
  ]
  if (small === undefined || large === undefined) return []
  const grown = (name: 'unlock' | 'search' | 'write', atMost: number): Measurement => ({
    name: `bench/vault: growth of ${name} from 10,000 to 100,000 targets`,
    ratio: median(large[name]) / median(small[name]),
    limit: { atMost },
    detail: `${ms(median(small[name]))} and ${ms(median(large[name]))}`,
  })
  return [grown('unlock', 12), grown('search', 12), grown('write', 2)]
}

function ms(figure: number): string {
  return `${figure < 10 ? figure.toFixed(2) : figure.toFixed(0)} ms`
}
