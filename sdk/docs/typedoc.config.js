/** The generated reference: every module that the package exports. @module */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'typedoc'

const { name, exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** Calls each module what authors import, in place of its file's name. */
function nameModules({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = join(name, module.name === 'index' ? '' : module.name)
  })
}

export default {
  name: 'Every declaration',
  entryPoints: Object.values(exports).map((path) => `../${path}`),
  tsconfig: 'tsconfig.json',
  plugin: ['typedoc-plugin-markdown', nameModules],
  out: 'reference/api',
  entryFileName: 'modules',
  readme: 'none',
  router: 'module',
  disableSources: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  validation: { notExported: false },
  treatWarningsAsErrors: true,
}
