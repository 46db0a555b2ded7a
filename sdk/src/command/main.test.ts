/** The command `joinery-plugin`, as a person or a program uses it. @module */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { bodyOf, localServer } from '../testing/local-server.ts'
import { linesOf } from './lines.ts'
import { main } from './main.ts'
import { asJson } from './show-outcome.ts'

const ROOT = new URL('../../../', import.meta.url).pathname
/** Ours; what they share is a package beside them, and none itself. */
const PLUGINS = readdirSync(`${ROOT}plugins`).filter((name) => name !== 'room-login')
const SECRET = 'correct horse battery'
const values = {
  account: { companyId: '1234', companyPass: SECRET, role: '0' },
  target: { roomId: '5678' },
  person: { firstName: 'Ada', lastName: 'King', username: 'ada' },
  now: 1_700_000_000_000,
}

async function command(words: readonly string[], lines: readonly (string | object)[] = [], folder = ROOT) {
  const printed: string[] = []
  const noted: string[] = []
  async function* input() {
    yield new TextEncoder().encode(
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    )
  }
  const surroundings = {
    folder,
    input: input(),
    print: (line: string) => void printed.push(line),
    note: (line: string) => void noted.push(line),
  }
  const code = await main(words, surroundings)
  return { code, printed, noted: noted.join('\n') }
}

const run = async (lines: readonly (string | object)[], words = ['run', 'plugins/omnovia', 'join']) => {
  const { code, printed } = await command(words, lines)
  expect(code).toBe(0)
  return printed.map((line) => JSON.parse(line))
}

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const collected: string[] = []
  for await (const line of lines) collected.push(line)
  return collected
}

describe('check', () => {
  test.each(['plugins/omnovia', './plugins/webinato', '@joinery/omnovia', 'omnovia', `${ROOT}plugins/omnovia`])(
    'reports on %s',
    async (name) => {
      const { code, printed } = await command(['check', name])
      expect(code).toBe(0)
      expect(printed.join('\n')).toMatch(
        /^\w+ \(com\.\w+ 1\.0\.0\), \d+ examples\n.*✓ golden-examples.*\nIt weighs .*\nIt passed\.$/s,
      )
    },
  )
})

describe('a plugin file', () => {
  const FILES = 'sdk/examples/declarative'
  const scratch = mkdtempSync(join(tmpdir(), 'plugin-file-'))
  afterAll(() => rmSync(scratch, { recursive: true }))
  const write = (name: string, value: unknown) => writeFileSync(join(scratch, name), JSON.stringify(value))
  const { $schema, ...whereby } = JSON.parse(readFileSync(`${ROOT}${FILES}/whereby.plugin.json`, 'utf8'))
  const examples = JSON.parse(readFileSync(`${ROOT}${FILES}/whereby.examples.json`, 'utf8'))

  test.each(['whereby', 'mirotalk'])('%s passes strictly, and weighs what its users get', async (name) => {
    const { code, printed } = await command(['check', `${FILES}/${name}.plugin.json`, '--json', '--strict'])
    const { passed, size, checks } = JSON.parse(printed[0] ?? '')
    expect([code, passed, size.unbundled, size.sdk.minified]).toEqual([0, true, [], 0])
    expect(checks.length).toBeGreaterThan(16)
    expect(size.minified).toBeGreaterThan(size.gzipped)
  })

  test('has its examples in itself or beside it, and is checked by them', async () => {
    write('whereby.plugin.json', { ...whereby, examples })
    expect((await command(['check', 'whereby.plugin.json'], [], scratch)).code).toBe(0)
    const [first] = examples
    write('whereby.plugin.json', whereby)
    write('whereby.examples.json', [{ ...first, outcome: { ...first.outcome, url: `${first.outcome.url}&role=host` } }])
    const { code, printed } = await command(['check', 'whereby.plugin.json'], [], scratch)
    expect(code).toBe(1)
    expect(printed.join('\n')).toMatch(/✗ golden-examples.*✗ every-action-has-an-example/s)
  })

  test('runs', async () => {
    const words = ['run', `${FILES}/whereby.plugin.json`, 'join']
    const line = { account: { server: 'https://a.whereby.com/' }, target: { room: 'b' }, person: values.person }
    expect(await run([line], words)).toEqual([
      { outcome: { type: 'tab', url: 'https://a.whereby.com/b?displayName=Ada%20King' } },
    ])
  })

  test.each<[string, unknown, string]>([
    ['is wrong', { ...whereby, version: 1 }, 'version must be a text'],
    ['has no examples', whereby, 'give it under "examples", or in a.examples.json beside it'],
  ])('that %s is told so', async (_, file, sentence) => {
    write('a.plugin.json', file)
    const { code, noted } = await command(['check', 'a.plugin.json'], [], scratch)
    expect([code, noted]).toEqual([2, expect.stringContaining(sentence)])
  })

  test('is not mended', async () => {
    const { code, noted } = await command(['check', `${FILES}/whereby.plugin.json`, '--fix'])
    expect([code, noted]).toEqual([0, expect.stringContaining('changed by hand')])
  })

  test('that is not there is told so', async () => {
    expect((await command(['check', 'b.plugin.json'], [], scratch)).noted).toBe('There is no file "b.plugin.json".')
  })
})

test.each(PLUGINS)('%s passes strictly', async (name) => {
  const { code, printed } = await command(['check', `plugins/${name}`, '--json', '--strict'])
  expect([code, JSON.parse(printed[0] ?? '').size.unbundled]).toEqual([0, []])
})

describe('run', () => {
  test('prints one line for each, in order, and goes on after an error', async () => {
    const printed = await run([
      values,
      'nonsense',
      '',
      { ...values, target: { roomId: '001' } },
      '[]',
      '{"account":7}',
      '{"now":"soon"}',
      '{"targets":{}}',
      values,
    ])
    expect(printed).toEqual([
      { outcome: expect.objectContaining({ type: 'tab', expiresAt: 1_700_000_600_000 }) },
      { error: { code: 'invalid', message: 'The line is not JSON.' } },
      { error: { code: 'invalid', message: expect.any(String), field: 'roomId' } },
      { error: { code: 'invalid', message: 'The line is no JSON object.' } },
      { error: { code: 'invalid', message: 'account must be an object.', field: 'account' } },
      { error: { code: 'invalid', message: expect.stringMatching(/^now /), field: 'now' } },
      { error: { code: 'invalid', message: 'targets must be a list of objects.', field: 'targets' } },
      printed[0],
    ])
  })

  test('takes this moment where none is given', async () => {
    const { now: _now, ...rest } = values
    const before = Math.floor(Date.now() / 1000) * 1000
    const [{ outcome }] = await run([rest])
    expect(outcome.expiresAt).toBeGreaterThanOrEqual(before + 600_000)
    expect(outcome.expiresAt).toBeLessThanOrEqual(Date.now() + 600_000)
  })

  test('answers for an action that there is not, and says which there are', async () => {
    const { code, printed, noted } = await command(['run', 'plugins/omnovia', 'dance'], [values])
    expect([code, JSON.parse(printed[0] ?? '').error.code]).toEqual([0, 'not-applicable'])
    expect(noted).toContain('join, invite')
  })

  test('really runs a task, against the address in the account', async () => {
    const asked: unknown[] = []
    await using server = await localServer(async (request, response) => {
      asked.push(JSON.parse(await bodyOf(request)))
      response.end(JSON.stringify({ _t: 'a'.repeat(32) }))
    })
    const account = { companyId: '1234', signing: 'remote', signingUrl: `${server.origin}/sign` }
    const [{ outcome }] = await run([{ ...values, account }])
    expect(outcome.url).toContain(`&_t=${'a'.repeat(32)}&`)
    expect(asked).toEqual([expect.objectContaining({ companyID: '1234', roomID: '5678', _ts: '1700000600' })])
  })

  test('masks a secret that comes back, unless it is to be revealed', async () => {
    const leaky = { ...values, target: { roomId: '5678', customData: SECRET } }
    const link = async (...words: string[]) =>
      (await run([leaky], ['run', 'plugins/omnovia', 'join', ...words]))[0].outcome.url
    expect(await link()).toContain('companyCustomData=[secret]')
    expect(await link('--reveal')).toContain('companyCustomData=correct%20horse%20battery')
  })
})

describe('asJson', () => {
  const outcome = { type: 'target', target: { token: new Secret('hush'), list: [new Secret('hush')], plain: 'hush' } }

  test('masks Secrets, and texts that are a given secret', () => {
    expect(JSON.parse(asJson(outcome, { reveal: false, secrets: ['hush'] })).target).toEqual({
      token: '[secret]',
      list: ['[secret]'],
      plain: '[secret]',
    })
  })

  test('reveals them where it shall', () => {
    expect(JSON.parse(asJson(outcome, { reveal: true, secrets: ['hush'] })).target).toEqual({
      token: 'hush',
      list: ['hush'],
      plain: 'hush',
    })
  })

  test('leaves a link whole in which a short secret stands by chance', () => {
    const link = 'https://www.omnovia.com/pages/sc2/room_login.php?role=2&inquiry=login'
    expect(JSON.parse(asJson({ link }, { reveal: false, secrets: ['2', 'login'] }))).toEqual({ link })
  })
})

describe('linesOf', () => {
  test('joins chunks, splits at line feeds alone, and leaves out empty lines', async () => {
    const bytes = new TextEncoder().encode('{"a":"Zoë\u2028"}\r\n\n  \n{"b":1}')
    async function* oneByOne() {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    expect(await all(linesOf(oneByOne()))).toEqual(['{"a":"Zoë\u2028"}\r', '{"b":1}'])
  })
})

describe('wrong usage', () => {
  test.each([
    [[], 'Say check, run, dev, docs or new'],
    [['dance'], 'There is no "dance"'],
    [['check'], 'Name the plugin'],
    [['run', 'plugins/omnovia'], 'Name the action'],
    [['run', 'plugins/omnovia', 'join', 'more'], 'one word too many'],
    [['check', 'plugins/omnovia', '--reveal'], '--reveal is for run, not for check'],
    [['check', 'plugins/omnovia', 'more'], 'one word too many'],
    [['docs', 'plugins/omnovia', '--live'], '--live is for dev, not for docs'],
    [['dev', './nowhere'], 'no package in the folder "./nowhere"'],
    [['check', './nowhere', '--json'], 'no package in the folder'],
    [['run', 'plugins/omnovia', 'join', '--json'], '--json is for check, not for run'],
    [['run', 'plugins/omnovia', 'join', '--strict'], '--strict is for check, not for run'],
    [['run', 'plugins/omnovia', 'join', '--fix'], '--fix is for check, not for run'],
    [['check', '--loud'], "Unknown option '--loud'"],
    [['check', './nowhere'], 'no package in the folder "./nowhere"'],
    [['check', '@joinery/nowhere'], 'no package of that name'],
    [['check', 'plugins/room-login'], 'no plugin as its default export'],
    [['run', 'test', 'join'], '"test" cannot be loaded'],
  ])('%j exits with 2 and says why', async (words, reason) => {
    const { code, printed, noted } = await command(words)
    expect([code, printed]).toEqual([2, []])
    expect(noted).toContain(reason)
  })

  test('--help explains', async () => {
    const { code, printed } = await command(['--help'])
    expect([code, printed.join('\n')]).toEqual([0, expect.stringContaining('joinery-plugin run <plugin> <action>')])
  })
})

test('as a process it reads standard input, prints lines alone, and exits 0', async () => {
  const child = spawn(process.execPath, ['sdk/bin/joinery-plugin.ts', 'run', 'plugins/omnovia', 'join'], { cwd: ROOT })
  child.stdin.end(`${JSON.stringify(values)}\nnonsense\n`)
  const [printed, [code]] = await Promise.all([all(linesOf(child.stdout)), once(child, 'close')])
  expect([code, printed.map((line) => Object.keys(JSON.parse(line)))]).toEqual([0, [['outcome'], ['error']]])
})
