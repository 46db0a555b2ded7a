/** The public declarations of the SDK as one text, to compare with what was agreed on. @module */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage } from '@microsoft/api-extractor'

/** Where the agreed report stands. */
export const API_REPORT = fileURLToPath(new URL('../../sdk/api-report.md', import.meta.url))

const HEAD = `# The public declarations of \`@joinery/sdk\`

What every subpath exports, by API Extractor. Made by \`pnpm api-report\`; a test fails where it is not what the code says.
`

/** The entry points of a built package: the file of declarations by subpath. */
export function entriesOf(built: string): ReadonlyMap<string, string> {
  const { name, publishConfig } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'))
  const modules = Object.entries<{ readonly types?: string }>(publishConfig.exports)
  return new Map(
    modules.flatMap(([path, { types }]) => (types === undefined ? [] : [[join(name, path), join(built, types)]])),
  )
}

/**
 * The report on a package that was built.
 *
 * @throws Error with what API Extractor found wrong, where it did.
 */
export function apiReport(built: string): string {
  const sections = [...entriesOf(built)].map(([name, declarations]) => {
    return `## \`${name}\`\n\n${fencedPart(reportOn(built, declarations))}\n`
  })
  return [HEAD, ...sections].join('\n')
}

/** API Extractor's heading and its note on absent module comments say nothing of the declarations. */
function fencedPart(report: string): string {
  const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(report) ?? []
  const declarations = code.replace(/^\/\/ \(No @packageDocumentation comment.*\n/m, '').trim()
  return `\`\`\`ts\n${declarations}\n\`\`\``
}

function reportOn(built: string, declarations: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-api-'))
  const name = `${basename(declarations, '.d.ts')}.api.md`
  const problems: string[] = []
  try {
    const config = ExtractorConfig.prepare(settings(built, declarations, folder, name))
    Extractor.invoke(config, { localBuild: true, messageCallback: (message) => take(message, problems) })
    if (problems.length > 0) throw new Error(`${declarations}: ${problems.join('\n')}`)
    return readFileSync(join(folder, name), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function settings(built: string, declarations: string, folder: string, reportFileName: string) {
  const off = { enabled: false }
  const reportTempFolder = join(folder, 'temp')
  const none = { logLevel: ExtractorLogLevel.None }
  return {
    // It is given the settings themselves, and asks for the place of a file for what its messages say.
    configObjectFullPath: join(built, 'api-extractor.json'),
    packageJsonFullPath: join(built, 'package.json'),
    configObject: {
      projectFolder: built,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf' as const,
      compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [declarations] } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFolder: folder,
        reportTempFolder,
        reportFileName,
      },
      docModel: off,
      dtsRollup: off,
      tsdocMetadata: off,
      messages: {
        // Everything that is exported is public; comments are checked by the SDK's own tests.
        extractorMessageReporting: { 'ae-missing-release-tag': none, 'ae-forgotten-export': none },
        tsdocMessageReporting: { default: none },
      },
    },
  }
}

const COMPILER_OPTIONS = {
  target: 'es2022',
  lib: ['esnext', 'dom', 'dom.iterable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  types: [],
}

/** That there was no report before is how it always is here. */
function take(message: ExtractorMessage, problems: string[]): void {
  const { logLevel, messageId, text } = message
  const bad = logLevel === ExtractorLogLevel.Error || logLevel === ExtractorLogLevel.Warning
  if (bad && messageId !== 'console-api-report-created') problems.push(text)
  message.handled = true
}
