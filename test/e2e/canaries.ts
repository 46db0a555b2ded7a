/** An organisation whose every name and secret is a random text that can be searched for, and a click that is noted. @module */
import { randomBytes } from 'node:crypto'
import { until } from '../browsers/wait.ts'
import { buttonNamed, clickButton, waitForButtons } from './buttons.ts'
import { enableSite, type Stage, save } from './stage.ts'

/** A text that stands nowhere by chance, and that no compressor makes smaller. */
export function randomText(): string {
  return randomBytes(48)
    .toString('base64')
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 32)
}

/** What the vault holds and nothing else may hold. */
export interface Canaries {
  readonly passphrase: string
  readonly password: string
  /** In the user's own profile. Name and user name are no canaries: a link carries them, and so does the history. */
  readonly company: string
  readonly account: string
  readonly room: string
  readonly shortcut: string
  /** The key of the record at which the button was clicked, as it stands in the journal. */
  readonly recordKey: string
}

interface StorageApi {
  readonly storage: Record<'session' | 'local', { get(keys: null): Promise<Readonly<Record<string, unknown>>> }>
}

/** Makes a vault, sets up an organisation in it, and clicks its button in a page with the real pointer. */
export async function setUpCanaries(stage: Stage): Promise<Canaries> {
  const canaries = {
    passphrase: randomText(),
    password: randomText(),
    company: randomText(),
    account: randomText(),
    room: randomText(),
    shortcut: randomText(),
    recordKey: randomText(),
  }
  await save(stage, 'vault.create', { passphrase: canaries.passphrase })
  await save(stage, 'desk.saveMe', {
    person: { firstName: 'Joe', lastName: 'Smith', email: 'joe@smith.com', company: canaries.company },
  })
  const settings = { companyId: stage.company.id, companyPass: canaries.password }
  const accountId = await save(stage, 'desk.saveAccount', { pluginId: 'com.omnovia', name: canaries.account, settings })
  const fields = { label: canaries.room, roomId: '5678' }
  const targetId = await save(stage, 'desk.saveTarget', { accountId, fields })
  const shortcut = { accountId, action: 'join', targetId, name: canaries.shortcut, inPage: true }
  await save(stage, 'desk.saveShortcut', shortcut)
  await enableSite(stage, stage.lab.origin)
  await clickAndNote(stage, canaries)
  return canaries
}

/** What lies in a storage area, as the extension's own pages read it. */
export async function readStorage(
  { desk }: Stage,
  area: 'session' | 'local',
): Promise<Readonly<Record<string, unknown>>> {
  return await desk.evaluate(async (name) => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', StorageApi>
    return await scope['browser' in globalThis ? 'browser' : 'chrome'].storage[name].get(null)
  }, area)
}

// The journal is written after the click was answered: its record is one more.
async function clickAndNote(stage: Stage, { recordKey, shortcut }: Canaries): Promise<void> {
  const page = await stage.session.open(stage.lab.origin)
  await page.evaluate((key) => lab.main().append(lab.contact(key)), recordKey)
  await waitForButtons(page, 1)
  await buttonNamed(page, shortcut, recordKey)
  const before = await stage.desk.evaluate(countRecords)
  const visits = stage.rooms.visits.length
  await clickButton(page, shortcut)
  await stage.rooms.visit(visits)
  await until('the line in the journal', async () => (await stage.desk.evaluate(countRecords)) > before)
}

async function countRecords(): Promise<number> {
  const opening = indexedDB.open('joinery-vault')
  await new Promise((resolve) => opening.addEventListener('success', resolve))
  const counting = opening.result.transaction('records').objectStore('records').count()
  await new Promise((resolve) => counting.addEventListener('success', resolve))
  opening.result.close()
  return counting.result
}
