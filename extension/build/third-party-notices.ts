/** The notices of the packages that a build bundles: their licences ask that they are shipped along. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WxtViteConfig } from 'wxt'

const PACKAGE_FOLDER = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i
const README_FILE = /^readme(?:\..*)?$/i
const LICENCE_SECTION = /^#+ licen[cs]e[\s\S]*/im
const RULE = '='.repeat(80)

/** Notes, build after build, which packages are in what was built. */
export interface NoticesOfBuild {
  readonly plugin: NonNullable<WxtViteConfig['plugins']>[number]
  /** The text of the notices file. */
  text(): string
}

/** Begins to note. */
export function noteBundledPackages(): NoticesOfBuild {
  const folders = new Set<string>()
  return {
    plugin: {
      name: 'third-party-notices',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue
          for (const id of output.moduleIds) {
            const folder = PACKAGE_FOLDER.exec(id)?.[1]
            if (folder !== undefined) folders.add(folder)
          }
        }
      },
    },
    text: () => textOf([...folders].map(noticeOf)),
  }
}

function textOf(notices: readonly string[]): string {
  const intro = 'Joinery contains these packages; each is under its own licence.'
  return [intro, ...[...new Set(notices)].toSorted()].join(`\n\n${RULE}\n`)
}

function noticeOf(folder: string): string {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const by = author?.name ?? author
  const from = repository?.url ?? repository
  const head = [`${name} ${version}`, `Licence: ${license}`, by && `By: ${by}`, from && `From: ${from}`]
  return [head.filter(Boolean).join('\n'), ...licenceTexts(folder)].join('\n\n')
}

function licenceTexts(folder: string): readonly string[] {
  const files = readdirSync(folder).toSorted()
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').trim()
  const texts = files.filter((file) => LICENCE_FILE.test(file)).map(read)
  if (texts.length > 0) return texts
  // Some have it in their README.
  return files.filter((file) => README_FILE.test(file)).flatMap((file) => LICENCE_SECTION.exec(read(file))?.[0] ?? [])
}
