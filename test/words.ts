/** The texts of plugins and SDK that are in English and German alone, as they stand in the sources. @module */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = '{plugins/*,sdk}/src/**/*.ts'
const NOT_SHIPPED = /\.test\.ts$|examples?\.ts$|example-|\/testing\//
const ENGLISH = /\ben:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
/** What is put into a template, brackets within it included, or into a place that has a name. */
const PUT_IN = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\{[a-z]+\}/g

/** A name and what is said of it have no letter of their own, and are looked up each for itself. */
const HAS_WORDS = /\p{L}|^\{1\}: \{2\}$/u

/** Each English text once, in the order of the alphabet; `{1}` to `{9}` stand for what is put in. */
export function englishTexts(): readonly string[] {
  const texts = globSync(SOURCES, { cwd: ROOT })
    .filter((path) => !NOT_SHIPPED.test(path))
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(ENGLISH)])
    .map(([, single, double, template]) => numbered(single ?? double ?? template ?? '').replace(/\\(['"`\\])/g, '$1'))
    .filter((text) => HAS_WORDS.test(text))
  return [...new Set(texts)].toSorted()
}

function numbered(template: string): string {
  let place = 0
  return template.replace(PUT_IN, () => {
    place += 1
    return `{${place}}`
  })
}

if (import.meta.main) console.log(JSON.stringify(englishTexts(), null, 2))
