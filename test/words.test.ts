import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { englishTexts } from './words.ts'

const placesIn = (text: string) => text.match(/\{\d\}/g)?.toSorted() ?? []

test.each(['es', 'fr', 'ru', 'he'])('every text of the plugins is there in %s, and no other', (language) => {
  const path = join(import.meta.dirname, '..', 'extension', 'public', 'words', `${language}.json`)
  const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'))
  expect(Object.keys(words).toSorted()).toEqual(englishTexts())
  const wrong = Object.entries(words).filter(
    ([english, word]) => word.trim() === '' || placesIn(english).join() !== placesIn(word).join(),
  )
  expect(wrong).toEqual([])
})
