/** The parts of the vault benchmark that run inside the page; self-contained, since they are sent there. @module */
import type { IndexEntry } from '../../extension/src/vault/index-page.ts'

/** What was measured at one size; times in milliseconds. */
export interface VaultFigures {
  /** From the key to an index that answers. */
  readonly unlock: readonly number[]
  /** Bare AES-GCM over the same pages, sealed the same way. */
  readonly decrypt: readonly number[]
  /** One keystroke each, for several queries. */
  readonly search: readonly number[]
  /** One `indexOf` over the same texts, for what was typed and something after it that is not there. */
  readonly scan: readonly number[]
  /** One changed target each, acknowledged. */
  readonly write: readonly number[]
  /** A bare put of the same bytes, in one strict transaction. */
  readonly put: readonly number[]
  /** The first record from a vault that was just opened, as a click after a worker's restart needs it. */
  readonly firstRecord: number
  /** What the vault opened for that record, in index pages. */
  readonly pagesForFirstRecord: number
}

/** The modules, as the page imports them. */
export interface VaultModules {
  readonly database: typeof import('../../extension/src/vault/database.ts')
  readonly vault: typeof import('../../extension/src/vault/vault.ts')
  readonly records: typeof import('../../extension/src/vault/records.ts')
  readonly seal: typeof import('../../extension/src/vault/seal.ts')
  readonly store: typeof import('../../extension/src/vault/index-store.ts')
  describe(content: import('../../extension/src/vault/content.ts').Content): IndexEntry
}

/** Puts the modules where the other functions find them. */
export async function loadModules(): Promise<void> {
  const load = (name: string) => import(`/vault/${name}.ts`)
  const [database, vault, records, seal, store] = await Promise.all(
    ['database', 'vault', 'records', 'seal', 'index-store'].map(load),
  )
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const modules: VaultModules = {
    database,
    vault,
    records,
    seal,
    store,
    describe: ({ kind, fields }) => ({
      kind,
      group: text(fields.accountId?.value),
      label: text(fields.label?.value),
      terms: [text(fields.deviceId?.value), text(fields.company?.value)],
    }),
  }
  Object.assign(globalThis, { modules })
}

/** What a vault is filled with. */
interface Filling {
  readonly targets: number
  readonly passphrase: string
  /** Of the account in a vault that is there; without it a vault is made, and its targets are of no account. */
  readonly accountId?: string
}

/** Puts this many targets into a vault. */
export async function fillVault({ targets, passphrase, accountId: given }: Filling): Promise<void> {
  const { modules } = globalThis as unknown as { readonly modules: VaultModules }
  const database = await modules.database.openDatabase()
  const open = given === undefined ? modules.vault.createVault : modules.vault.unlock
  const key = await open(database, passphrase)
  const vault = await modules.vault.openVault(database, key, modules.describe)
  const companies = ['Müller Söhne', 'Brennan', 'Łódź Systems', 'Ahrens', 'Castellanos', 'Okafor', 'Virtanen', 'Sato']
  const accountId = given ?? modules.seal.newRecordId()
  for (let start = 0; start < targets; start += 5000) {
    const changes = Array.from({ length: Math.min(5000, targets - start) }, (_, offset) => {
      const number = start + offset
      const company = `${companies[number % companies.length]} ${Math.floor(number / 40)}`
      const values = {
        accountId,
        label: `Device ${number} ${company}`,
        deviceId: String(100_000_000 + number * 7919),
        company,
        deviceKey: crypto.randomUUID(),
      }
      return { id: modules.seal.newRecordId(), kind: 'target', values }
    })
    await modules.records.changeRecords(vault, changes)
  }
  database.close()
}

/** Opens the vault that was filled, and measures; ours and the floor alternately. */
export async function measureVault(sizes: {
  readonly rounds: number
  readonly passphrase: string
}): Promise<VaultFigures> {
  const { modules } = globalThis as unknown as { readonly modules: VaultModules }
  const timed = async (work: () => unknown) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const database = await modules.database.openDatabase()
  const key = await modules.vault.unlock(database, sizes.passphrase)
  const open = () => modules.vault.openVault(database, key, modules.describe)

  const someId = (await database.getAllKeys('records', undefined, 1))[0] ?? ''
  const fresh = await open()
  const firstRecord = await timed(() => modules.records.readRecord(fresh, someId))
  const pagesForFirstRecord = fresh.pages.size

  const bytesOfPages = (await database.getAll('index')).map(({ e }) =>
    Math.floor(((e.split('.')[3]?.length ?? 0) * 3) / 4),
  )
  const cipher = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) }
  const sealed = await Promise.all(
    bytesOfPages.map((size) => crypto.subtle.encrypt(algorithm, cipher, new Uint8Array(size))),
  )
  const unlock: number[] = []
  const decrypt: number[] = []
  let vault = await open()
  for (let round = 0; round < sizes.rounds; round += 1) {
    vault = await open()
    unlock.push(await timed(() => modules.store.loadIndex(vault)))
    decrypt.push(await timed(() => Promise.all(sealed.map((page) => crypto.subtle.decrypt(algorithm, cipher, page)))))
  }
  sealed.length = 0

  const typed = ['castellanos 12', 'muller sohne', 'lodz', '1000079', 'device 4711', 'zzz', 'os 7 dev']
  const keystrokes = typed.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)))
  const search: number[] = []
  const scan: number[] = []
  for (const query of keystrokes) {
    search.push(await timed(() => modules.records.search(vault, query)))
    const start = performance.now()
    for (const { page } of vault.pages.values()) page.texts.indexOf(`${query}\u0001`)
    scan.push(performance.now() - start)
  }

  database.close()
  const bare = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const again = await modules.database.openDatabase()
  const writing = await modules.vault.openVault(again, key, modules.describe)
  const ids = (await again.getAllKeys('records')).filter((_, index) => index % 31 === 0).slice(0, sizes.rounds * 4)
  const write: number[] = []
  const put: number[] = []
  for (const [index, id] of ids.entries()) {
    const record = await modules.records.readRecord(writing, id)
    if (record === undefined) throw new Error('The record is there')
    const values = { ...record.values, label: `Renamed ${index}` }
    const change = { id, revision: record.revision, values }
    write.push(await timed(() => modules.records.changeRecords(writing, [change])))
    const row = await again.get('records', id)
    const pages = await again.getAllKeys('index')
    const page = await again.get('index', pages[index % pages.length] ?? '')
    put.push(
      await timed(
        () =>
          new Promise<void>((resolve, reject) => {
            const transaction = bare.transaction('rows', 'readwrite', { durability: 'strict' })
            transaction.objectStore('rows').put(row)
            transaction.objectStore('rows').put(page)
            transaction.oncomplete = () => resolve()
            transaction.onerror = () => reject(transaction.error)
          }),
      ),
    )
  }
  bare.close()
  again.close()
  Object.assign(globalThis, { kept: vault })
  return { unlock, decrypt, search, scan, write, put, firstRecord, pagesForFirstRecord }
}

/** Unlocking by passphrase, and a bare derivation with the same count; milliseconds. */
export async function measureDerivation(sizes: { readonly rounds: number; readonly passphrase: string }): Promise<{
  readonly unlock: readonly number[]
  readonly bare: readonly number[]
}> {
  const { modules } = globalThis as unknown as { readonly modules: VaultModules }
  const module: string = '/vault/passphrase.ts'
  const { ROUNDS } = (await import(module)) as typeof import('../../extension/src/vault/passphrase.ts')
  const database = await modules.database.openDatabase()
  const unlock: number[] = []
  const bare: number[] = []
  const password = new TextEncoder().encode(sizes.passphrase)
  for (let round = 0; round < sizes.rounds; round += 1) {
    const start = performance.now()
    await modules.vault.unlock(database, sizes.passphrase)
    const middle = performance.now()
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const algorithm = { name: 'PBKDF2', hash: 'SHA-512', iterations: ROUNDS, salt: new Uint8Array(16) }
    await crypto.subtle.deriveBits(algorithm, key, 256)
    unlock.push(middle - start)
    bare.push(performance.now() - middle)
  }
  database.close()
  return { unlock, bare }
}
