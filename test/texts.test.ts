/** Every text that the code asks for is there in every language, in the form that the language needs, and none is there in vain. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMessagesFile } from '@wxt-dev/i18n/build'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../extension/src/languages.ts'
import { countOfForms } from '../extension/src/plural.ts'
import { HOST_LANGUAGES } from '../sdk/src/testing/checks/host-languages.ts'

const ROOT = join(import.meta.dirname, '..', 'extension')
const LOCALES = join(ROOT, 'src', 'locales')
const KEY = /'([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)'/g
/** A key whose last part is put in, such as the name of a fault. */
const BEGINNING = /i18n\.t\(\s*`([A-Za-z0-9.]+\.)\$\{/g

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number]

const sources = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'))
const manifest = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')

const textsOf = async (language: string): Promise<ReadonlyMap<string, Message>> =>
  new Map(
    (await parseMessagesFile(join(LOCALES, `${language}.yml`)))
      .map((message) => [message.key.join('.'), message] as const)
      .filter(([key]) => !key.startsWith('@@')),
  )
const english = await textsOf('en')

/** The forms of a message: one, unless it is a plural. */
const formsOf = (message: Message | undefined): readonly string[] => {
  if (message?.type === 'plural') return Object.values(message.plurals)
  return message === undefined ? [] : [message.message ?? '']
}
const placesIn = (text: string) => [...new Set(text.match(/\$\d/g))].toSorted()

// That every text that the code asks for is there is checked with the types.
test('none is there that nobody asks for', () => {
  const code = sources.join()
  const asked = new Set([...code.matchAll(KEY)].map(([, key]) => key))
  for (const [, name = ''] of manifest.matchAll(/__MSG_(\w+)__/g)) asked.add(name.replaceAll('_', '.'))
  const beginnings = [...code.matchAll(BEGINNING)].map(([, beginning = '']) => beginning)
  const isAsked = (key: string) => asked.has(key) || beginnings.some((beginning) => key.startsWith(beginning))
  expect([...english.keys()].filter((key) => !isAsked(key))).toEqual([])
})

test('there is a file for each language that is offered, and no other', () => {
  const files = readdirSync(LOCALES).map((file) => file.replace('.yml', ''))
  expect(files.toSorted()).toEqual(Object.keys(LANGUAGES).toSorted())
})

test('they are those that plugins are asked to be in', () => {
  expect(HOST_LANGUAGES.toSorted()).toEqual(Object.keys(LANGUAGES).toSorted())
})

describe.each(Object.keys(LANGUAGES))('%s', async (language) => {
  const texts = await textsOf(language)

  test('says which language it is', () => {
    expect(texts.get('language')).toMatchObject({ message: language })
  })

  test('has every text, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  test('has the forms of its plurals', () => {
    const count = countOfForms(language)
    const wrong = [...texts].filter(([key, message]) => {
      const keys = message.type === 'plural' ? Object.keys(message.plurals) : undefined
      if ((english.get(key)?.type === 'plural') !== (keys !== undefined)) return true
      const forms = ['1', '2'].slice(0, count - 1).concat('n')
      return keys !== undefined && keys.join() !== forms.join() && keys.join() !== ['0', ...forms].join()
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('has a form for nothing where English has one', () => {
    const zeroes = (from: ReadonlyMap<string, Message>) =>
      [...from].flatMap(([key, message]) => (message.type === 'plural' && '0' in message.plurals ? [key] : []))
    expect(zeroes(texts).toSorted()).toEqual(zeroes(english).toSorted())
  })

  test('has the places for what is put into its texts', () => {
    const wrong = [...english].filter(([key, message]) => {
      const [theirs, ours] = [message, texts.get(key)].map((each) => placesIn(formsOf(each).join()))
      return theirs?.join() !== ours?.join()
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('has nothing in it that separates the forms of plurals', () => {
    const forms = [...texts.values()].flatMap(formsOf)
    expect(forms.filter((form) => form.includes(' | ') || form.trim() !== form || form === '')).toEqual([])
  })
})
