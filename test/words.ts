/** The texts of plugins and SDK that are in English and German alone, as they stand in the sources. @module */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = '{plugins/*,sdk}/src/**/*.ts'
const NOT_SHIPPED = /\.test\.ts$|examples?\.ts$|example-|\/testing\//
const ENGLISH = /\ben:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
/** What is put into a template, brackets within it included, or into a place that has a name. */
const PUT_IN = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\{[a-z]+\}/g

/** Those that the host keeps translations in. */
const OTHER_LANGUAGES = ['es', 'fr', 'ru', 'he']

/** A name and what is said of it have no letter of their own, and are looked up each for itself. */
const HAS_WORDS = /\p{L}|^\{1\}: \{2\}$/u

/** Each English text once, in the order of the alphabet; `{1}` to `{9}` stand for what is put in. */
export function englishTexts(): readonly string[] {
  const texts = globSync(SOURCES, { cwd: ROOT })
    .filter((path) => !NOT_SHIPPED.test(path))
    .flatMap((path) => foundIn(readFileSync(join(ROOT, path), 'utf8')))
    .map(([, single, double, template]) => numbered(single ?? double ?? template ?? '').replace(/\\(['"`\\])/g, '$1'))
    .filter((text) => HAS_WORDS.test(text))
  return [...new Set(texts)].toSorted()
}

/** The English texts of a source, but those that the plugin has in every language itself. */
function foundIn(source: string): readonly RegExpExecArray[] {
  return [...source.matchAll(ENGLISH)].filter(({ index, 0: text }) => {
    const rest = source.slice(index + text.length)
    const others = rest.slice(0, rest.search(/[{}]/))
    return !OTHER_LANGUAGES.every((language) => new RegExp(`\\b${language}:`).test(others))
  })
}

function numbered(template: string): string {
  let place = 0
  return template.replace(PUT_IN, () => {
    place += 1
    return `{${place}}`
  })
}

if (import.meta.main) console.log(JSON.stringify(englishTexts(), null, 2))
