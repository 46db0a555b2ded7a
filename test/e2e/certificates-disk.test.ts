/** The private key of a request lies on the disk sealed, or not at all: every file of the profile is searched. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { randomText } from './canaries.ts'
import { catchDownloads } from './files.ts'
import { input, openSection } from './own-pages.ts'
import { searchProfile } from './profile-search.ts'
import { makeVault, openStage, save } from './stage.ts'

let profile: string
let privateKey: Buffer
const canaries = { name: randomText(), organisation: randomText() }

beforeAll(async () => {
  profile = makeTemporaryFolder('certificate-disk')
  const stage = await openStage(inject('browser'), { profile })
  try {
    const { desk } = stage
    await makeVault(stage)
    await desk.reload()
    await openSection(desk, 'certificates')
    await catchDownloads(desk)
    await desk.click('a[href="#certificates/new"]')
    await desk.fill(input('name'), canaries.name)
    await desk.fill(input('organisation'), canaries.organisation)
    await desk.click('button[type="submit"]')
    await desk.waitFor(() => document.querySelector('.save-request') !== null)
    const [view] = (await stage.send('certificate.read', {})) as readonly { readonly id: string }[]
    const reply = (await stage.send('certificate.key', { id: view?.id })) as { readonly privateKey: string }
    privateKey = Buffer.from(reply.privateKey, 'base64')
    await save(stage, 'vault.lock', {})
  } finally {
    // The browser ends in peace, so that all it has to write is written.
    await stage.close()
  }
})
afterAll(() => removeTemporaryFolder(profile))

test('neither the key nor whom the request names is found in any file of the profile', async () => {
  expect(privateKey.length).toBeGreaterThan(1000)
  // What every RSA key begins with is no secret, and stands in many files.
  const secret = privateKey.subarray(40)
  expect(await searchProfile(profile, { ...canaries, secret })).toEqual([])
})
