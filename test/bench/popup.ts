/** Popup and table of targets with 100,000 of them unlocked: against the popup without any, an empty page of the same extension, and the eye. @module */
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder } from '../browsers/temporary.ts'
import { until } from '../browsers/wait.ts'
import { loadBundler } from '../bundler.ts'
import { extensionDirectory, type Organisation, openStage, type Stage, save, setUpOrganisation } from '../e2e/stage.ts'
import { measureKeystrokes, measureScroll, type Opening, openInFrame } from './popup-page.ts'
import { type Measurement, median, percentile } from './report.ts'
import { fillVault, type VaultModules } from './vault-page.ts'

const TARGETS = 100_000
const WARM_UPS = 3
const ROUNDS = 15
const KEYSTROKE_MILLISECONDS = 16
const FRAME_MILLISECONDS = 50
const MOST_OF_EMPTY = 2
const FILLING_MILLISECONDS = 300_000
const VAULT = fileURLToPath(new URL('../../extension/src/vault/', import.meta.url))
const MODULES = { database: 'database', vault: 'vault', records: 'records', seal: 'seal', store: 'index-store' }

const files = {
  'empty.html':
    '<!doctype html><meta charset="utf-8"><title>Empty</title><div id="app"></div><script type="module" src="empty.js"></script>',
  'empty.js':
    "document.querySelector('#app').append(Object.assign(document.createElement('p'), { role: 'option', textContent: 'Empty' }))",
  'fill.html': '<!doctype html><meta charset="utf-8"><title>Fill</title><script type="module" src="fill.js"></script>',
}

/** Opens all three alternately, in a frame of the options page, and types into ours. */
export async function benchPopup(): Promise<readonly Measurement[]> {
  const folder = await extensionWithEmptyPage()
  const stage = await openStage('chromium', { extensionDirectory: folder })
  const unfilled = await openStage('chromium', { extensionDirectory: folder })
  try {
    await fill(stage, await setUpOrganisation(stage))
    await setUpOrganisation(unfilled)
    const ours: Opening[] = []
    const withoutTargets: Opening[] = []
    const empty: Opening[] = []
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const own = await stage.desk.evaluate(openInFrame, '/popup.html?tab=0')
      const less = await unfilled.desk.evaluate(openInFrame, '/popup.html?tab=0')
      const least = await stage.desk.evaluate(openInFrame, '/empty.html')
      if (round < WARM_UPS) continue
      ours.push(own)
      withoutTargets.push(less)
      empty.push(least)
    }
    await unfilled.close()
    const keystrokes = await stage.desk.evaluate(measureKeystrokes, '/popup.html?tab=0')
    const frames = await scrollTargets(stage)
    return [
      ...against('the popup without any', ours, withoutTargets),
      ...against('an empty page', ours, empty),
      {
        name: `bench/popup: a keystroke to the lines that it finds among ${TARGETS} targets, in milliseconds`,
        ratio: percentile(keystrokes),
        limit: { atMost: KEYSTROKE_MILLISECONDS },
        detail: `95th percentile of ${keystrokes.length}; median ${median(keystrokes).toFixed(1)} ms`,
      },
      {
        name: `bench/popup: the longest frame while the options page scrolls through ${TARGETS} targets, in milliseconds`,
        ratio: Math.max(...frames),
        limit: { atMost: FRAME_MILLISECONDS },
        detail: `of ${frames.length} frames; median ${median(frames).toFixed(1)} ms`,
      },
    ]
  } finally {
    await Promise.all([stage.close(), unfilled.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

async function scrollTargets({ desk, session }: Stage): Promise<readonly number[]> {
  await desk.goto(`${session.extensionOrigin}/options.html#targets`)
  await desk.reload()
  await desk.waitFor(() => document.querySelector('.target-row') !== null)
  return await desk.evaluate(measureScroll)
}

function against(what: string, ours: readonly Opening[], others: readonly Opening[]): readonly Measurement[] {
  return (['paint', 'result'] as const).map((moment) => {
    const [own, other] = [ours, others].map((openings) => median(openings.map((opening) => opening[moment]))) as [
      number,
      number,
    ]
    return {
      name: `bench/popup: first ${moment} with ${TARGETS} targets, against ${what}`,
      ratio: own / other,
      limit: { atMost: MOST_OF_EMPTY },
      detail: `medians of ${ROUNDS}: ${own.toFixed(1)} ms and ${other.toFixed(1)} ms`,
    }
  })
}

/** A copy of the built extension with pages that only this benchmark needs. */
async function extensionWithEmptyPage(): Promise<string> {
  const folder = makeTemporaryFolder('bench-popup')
  await cp(extensionDirectory('chromium'), folder, { recursive: true })
  const imports = Object.entries(MODULES).map(([name, file]) => `import * as ${name} from '${VAULT}${file}.ts'\n`)
  const entry = join(folder, 'fill-entry.ts')
  await writeFile(entry, `${imports.join('')}Object.assign(globalThis, { modules: { ${Object.keys(MODULES)} } })`)
  const { rolldown } = await loadBundler()
  const { output } = await (await rolldown({ input: entry })).generate({ format: 'es', minify: true })
  const all = { ...files, 'fill.js': output[0]?.code ?? '' }
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text)
  return folder
}

/** Fills the vault behind the extension's back, in its own storage; then it is unlocked as any. */
async function fill(stage: Stage, { accountId }: Organisation): Promise<void> {
  const { session, passphrase, send } = stage
  await send('vault.lock', {})
  const page = await session.open(`${session.extensionOrigin}/fill.html`)
  await until('the vault’s modules', () => page.evaluate(() => 'modules' in globalThis))
  await page.evaluate(() => {
    const { modules } = globalThis as unknown as { readonly modules: { describe(content: unknown): unknown } }
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    Object.assign(modules, {
      describe: ({ kind, fields }: { kind: string; fields: Record<string, { value: unknown } | undefined> }) => ({
        kind,
        group: text(fields.accountId?.value),
        label: text(fields.label?.value),
        terms: [text(fields.deviceId?.value), text(fields.company?.value)],
      }),
    })
  })
  // It goes on in the page, longer than the driver waits for an answer.
  await page.evaluate(fillVault, { targets: TARGETS, passphrase, accountId }).catch(() => {})
  await until('the full vault', async () => (await page.evaluate(countRecords)) > TARGETS, {
    milliseconds: FILLING_MILLISECONDS,
  })
  await page.close()
  await save(stage, 'vault.unlock', { passphrase })
}

// Runs in the page.
async function countRecords(): Promise<number> {
  const { modules } = globalThis as unknown as { readonly modules: Pick<VaultModules, 'database'> }
  const database = await modules.database.openDatabase()
  const count = await database.count('records')
  database.close()
  return count
}
