/** The manifest and the settings of tools of a plugin's package. @module */
import { readFileSync } from 'node:fs'
import type { Answers } from './answers.ts'
import { ownFile } from './own-file.ts'
import type { Place } from './place.ts'

/** The versions of tools that a plugin of its own starts with; those that this repository is tested with. */
export const TOOLS = { typescript: '^7.0.2', vitest: '^5.1.1' } as const

/** The SDK and this package have one version. */
function sdkRange(): string {
  return `^${JSON.parse(readFileSync(ownFile('package.json'), 'utf8')).version}`
}

/** `package.json`, by where the plugin is: here its sources are what others import, elsewhere what is built of them. */
export function manifest({ name }: Answers, { packageName, repository }: Place, sdk: string | undefined): object {
  const head = { name: packageName, version: '0.1.0' }
  const modules = { type: 'module', sideEffects: false }
  if (repository !== undefined) {
    return {
      ...head,
      license: 'MIT',
      ...modules,
      exports: { '.': './src/index.ts', './examples': './src/examples.ts' },
      dependencies: { '@joinery/sdk': 'workspace:*' },
    }
  }
  return {
    ...head,
    description: `A Joinery plugin for ${name}.`,
    keywords: ['joinery', 'joinery-plugin'],
    ...modules,
    engines: { node: '>=22.18' },
    files: ['dist'],
    exports: { '.': built('index'), './examples': built('examples') },
    // What the workbench loads in place of what is built, so that it follows every save.
    joinery: { sources: { '.': './src/index.ts', './examples': './src/examples.ts' } },
    scripts: {
      dev: 'joinery-plugin dev .',
      docs: 'joinery-plugin docs .',
      test: 'vitest run',
      build: 'tsc -p tsconfig.build.json',
      check: 'tsc && npm run build && joinery-plugin check . --strict',
      prepack: 'npm run build',
    },
    dependencies: { '@joinery/sdk': sdk ?? sdkRange() },
    devDependencies: TOOLS,
  }
}

function built(module: string): object {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` }
}

/** `tsconfig.json`: as strict as the SDK's types deserve. */
export const COMPILER = {
  compilerOptions: {
    target: 'ES2024',
    lib: ['ES2024', 'DOM'],
    module: 'nodenext',
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  },
  include: ['src'],
}

/** `tsconfig.build.json`: what is published. */
export const BUILD = {
  extends: './tsconfig.json',
  compilerOptions: {
    noEmit: false,
    rootDir: 'src',
    outDir: 'dist',
    declaration: true,
    rewriteRelativeImportExtensions: true,
  },
  exclude: ['src/**/*.test.ts'],
}
