/**
 * A plugin that was started outside this repository, from tarballs, passes its tests and checks at once; and the tutorial,
 * done as it says in an empty folder, ends with a checked plugin after less than five minutes of typing.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, packPackage } from './pack.ts'
import { charactersTyped, type Done, follow, readTutorial } from './tutorial.ts'

const LIMIT_MILLISECONDS = 180_000
/** A slow typist's 40 words a minute, at five characters a word as typing courses count. */
const CHARACTERS_A_MINUTE = 40 * 5
const MINUTES = 5
const KINDS = ['link', 'signed-link', 'task'] as const
const scratch = mkdtempSync(join(tmpdir(), 'joinery-scaffold-'))
/** The empty folder, but for the tarballs that the tutorial has its reader put there. */
const elsewhere = join(scratch, 'elsewhere')
const tarball = join(elsewhere, 'create.tgz')
const tutorial = readTutorial()
let done: readonly Done[]

beforeAll(async () => {
  mkdirSync(elsewhere)
  const [sdk, create] = await Promise.all(
    ['sdk', 'sdk/create'].map((folder) => packPackage(folder, join(scratch, folder.replace('/', '-')))),
  )
  copyFileSync(sdk?.tarball ?? '', join(elsewhere, 'sdk.tgz'))
  copyFileSync(create?.tarball ?? '', tarball)
  done = await follow(tutorial.steps, elsewhere)
  for (const kind of KINDS) {
    const answers = ['--name', 'Zoë Meet', '--id', 'org.zoe.meet', '--kind', kind, '--sdk', 'file:../sdk.tgz']
    await command('npx', ['-y', '--package', './create.tgz', 'create-joinery-plugin', kind, ...answers], elsewhere)
    // All need the same; the tutorial's installation is enough.
    symlinkSync(join(elsewhere, 'rooms/node_modules'), join(elsewhere, kind, 'node_modules'), 'dir')
  }
}, LIMIT_MILLISECONDS)
afterAll(() => rmSync(scratch, { recursive: true }))

test('create-joinery-plugin’s tarball holds what it needs, and no source or test of its own', async () => {
  const files = (await command('tar', ['-tzf', tarball], scratch)).trim().split('\n')
  const own = files.filter((name) => !name.startsWith('package/templates/'))
  expect(own).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json'].map((name) => `package/${name}`)))
  expect(own.filter((name) => /\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([])
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true })
  expect(messages).toEqual([])
})

test.each(KINDS)(
  'a plugin of the kind %s passes its tests and checks, and is built for others',
  async (kind) => {
    const folder = join(elsewhere, kind)
    const [tested, checked] = await Promise.all([
      command('npm', ['test'], folder),
      command('npm', ['run', 'check'], folder),
    ])
    expect(tested).toMatch(/Tests .*\d+ passed/)
    expect(tested).not.toMatch(/failed|skipped/)
    expect(checked).toMatch(/✓ golden-examples[\s\S]*It weighs [\s\S]*It passed\.\n/)
    expect(readdirSync(join(folder, 'dist')).filter((name) => name.includes('.test.'))).toEqual([])
    expect(readFileSync(join(folder, 'dist/index.d.ts'), 'utf8')).toMatch(/@joinery\/sdk.*Plugin</)
  },
  LIMIT_MILLISECONDS,
)

test('the workbench shows what such a plugin gives, from its sources, and follows them', async () => {
  const folder = join(elsewhere, 'link')
  const child = spawn(process.execPath, ['node_modules/.bin/joinery-plugin', 'dev', '.'], { cwd: folder })
  const ended = once(child, 'close')
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const address = String(line)
    const scripts = /src="(page\/main\.js)"/.exec(await (await fetch(address)).text())
    expect((await fetch(address + scripts?.[1])).headers.get('content-type')).toContain('javascript')
    await expect.poll(() => guestLink(address)).toBe('https://meet.example/join?room=lobby&name=Zo%C3%AB')
    const source = readFileSync(join(folder, 'src/index.ts'), 'utf8')
    writeFileSync(join(folder, 'src/index.ts'), source.replace('meet.example/join', 'meet.example/enter'))
    await expect.poll(() => guestLink(address), { timeout: 10_000 }).toContain('https://meet.example/enter?')
  } finally {
    child.kill()
    await ended
  }
})

/** What the workbench shows for the contact. */
async function guestLink(address: string): Promise<string> {
  const values = {
    account: {},
    target: { room: 'lobby' },
    me: {},
    contact: { firstName: 'Zoë' },
    inputs: {},
    targets: [],
  }
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin }
  const body = JSON.stringify({ kind: 'evaluate', values })
  const { actions } = await (await fetch(`${address}ask`, { method: 'POST', headers, body })).json()
  const invite = actions.find(({ name }: { readonly name: string }) => name === 'invite')
  return invite.outcome.links[0].pieces.map(({ text }: { readonly text: string }) => text).join('')
}

describe('the tutorial', () => {
  test('prints what it says, and fails where it says so', () => {
    expect(done.length).toBeGreaterThan(4)
    for (const { step, failed, printed } of done) {
      expect([step.lines, failed]).toEqual([step.lines, step.fails])
      const plain = stripVTControlCharacters(printed).replaceAll(/ +/g, ' ')
      for (const line of step.prints) expect(plain).toContain(line.replaceAll(/ +/g, ' '))
    }
    const shown = done.filter(({ step }) => step.prints.length > 0)
    expect(shown.map(({ step }) => step.lines.at(-1))).toEqual(expect.arrayContaining(['npm test', 'npm run check']))
  })

  test('ends with a plugin that passes every test and check, and does what the vendor asks for', () => {
    const last = (line: string) => done.findLast(({ step }) => step.lines.includes(line))
    expect(last('npm test')?.printed).not.toMatch(/failed|skipped/)
    expect(last('npm run check')?.printed).toMatch(/It passed\.\n$/)
    expect(done.at(-1)?.printed).toContain('https://rooms.example/enter?id=204518&user=Ada')
  })

  test(`takes less than ${MINUTES} minutes to type`, () => {
    const minutes = charactersTyped(tutorial.steps) / CHARACTERS_A_MINUTE
    expect(minutes).toBeGreaterThan(1)
    expect(minutes).toBeLessThan(MINUTES)
  })

  test('makes the tarballs as these tests do', () => {
    const packed = tutorial.once.flatMap((line) => /--dir (\S+) pack --out \S+\/(\S+)$/.exec(line)?.slice(1) ?? [])
    expect(packed).toEqual(['sdk', 'sdk.tgz', 'sdk/create', 'create.tgz'])
  })
})
