/** No sentence that the SDK says within an action is taken for the plugin's. @module */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sdkSentences } from './sdk-sentences.ts'

const ENGLISH = /\ben: '((?:[^'\\]|\\.)*)'/g

test.each(['url.ts', 'failed-reply.ts', 'restrict-fetch.ts', 'declarative/fill-address.ts'])(
  'every sentence of %s is known',
  async (file) => {
    const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    const said = [...source.matchAll(ENGLISH)].map(([, sentence]) => sentence)
    const known = await sdkSentences()
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((sentence) => !known.has(String(sentence)))).toEqual([])
  },
)
