/** A write that a crash cut off: the database outlives it, and every start after it. @module */
import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { until } from '../browsers/wait.ts'
import { makeVault, openStage, type Stage, save } from './stage.ts'

const LIMIT_MILLISECONDS = 120_000
// Less than the log's last entry is long.
const CUT_BYTES = 20

// What is cut here is the log of Chromium's storage engine; Firefox has another.
test.runIf(inject('browser') === 'chromium')(
  'crashes and starts after a cut-off write lose nothing',
  {
    timeout: LIMIT_MILLISECONDS,
  },
  async () => {
    const profile = makeTemporaryFolder('torn')
    let stage = await openStage('chromium', { profile })
    try {
      const { passphrase, company } = stage
      await makeVault(stage)
      const settings = { companyId: company.id, companyPass: company.password }
      const accountId = await save(stage, 'desk.saveAccount', { pluginId: 'com.omnovia', name: 'Northwind', settings })
      const kept: string[] = []
      for (const label of ['First', 'Second', 'Third']) {
        await save(stage, 'desk.saveTarget', { accountId, fields: { label, roomId: '5678' } })
        await stage.session.kill()
        await stage.close()
        const log = logOf(profile)
        truncateSync(log, statSync(log).size - CUT_BYTES)
        stage = await openStage('chromium', { profile })
        await until('the end of the cut log', () => !existsSync(log))
        await save(stage, 'vault.unlock', { passphrase })
        expect(await labelsOf(stage)).toEqual(expect.arrayContaining(kept))
        await save(stage, 'desk.saveTarget', { accountId, fields: { label: `After ${label}`, roomId: '5678' } })
        kept.push(`After ${label}`)
      }
    } finally {
      await stage.close()
      await removeTemporaryFolder(profile)
    }
  },
)

function logOf(profile: string): string {
  const databases = join(profile, 'Default', 'IndexedDB')
  const [folder = ''] = readdirSync(databases)
  const log = readdirSync(join(databases, folder)).find((name) => name.endsWith('.log'))
  return join(databases, folder, log ?? '')
}

async function labelsOf(stage: Stage): Promise<readonly string[]> {
  const found = (await stage.send('desk.findTargets', { query: '', limit: 100 })) as {
    readonly targets: readonly { readonly label: string }[]
  }
  return found.targets.map(({ label }) => label)
}
