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
  /** The text of the notices file. Throws where a package comes without its licence's text. */
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
    text: () => textOf([...folders].map(readPackage)),
  }
}

interface BundledPackage {
  /** Name, version, licence, author and repository, a line each. */
  readonly head: string
  readonly repository: string | undefined
  readonly licences: readonly string[]
}

function textOf(packages: readonly BundledPackage[]): string {
  const intro = 'Joinery contains these packages; each is under its own licence.'
  const notices = packages.map((one) => [one.head, ...licencesOf(one, packages)].join('\n\n'))
  return [intro, ...[...new Set(notices)].toSorted()].join(`\n\n${RULE}\n`)
}

/** Some packages of a repository leave its licence to the others. */
function licencesOf({ head, repository, licences }: BundledPackage, packages: readonly BundledPackage[]) {
  if (licences.length > 0) return licences
  const siblings = packages.filter((other) => repository !== undefined && other.repository === repository)
  const theirs = siblings.find((sibling) => sibling.licences.length > 0)
  if (theirs === undefined) throw new Error(`There is no licence text to ship for ${head}`)
  return theirs.licences
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const by = author?.name ?? author
  const from = repository?.url ?? repository
  const head = [`${name} ${version}`, `Licence: ${license}`, by && `By: ${by}`, from && `From: ${from}`]
  return { head: head.filter(Boolean).join('\n'), repository: from, licences: licenceTexts(folder) }
}

function licenceTexts(folder: string): readonly string[] {
  const files = readdirSync(folder).toSorted()
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').trim()
  const texts = files.filter((file) => LICENCE_FILE.test(file)).map(read)
  if (texts.length > 0) return texts
  // Some have it in their README.
  return files.filter((file) => README_FILE.test(file)).flatMap((file) => LICENCE_SECTION.exec(read(file))?.[0] ?? [])
}
