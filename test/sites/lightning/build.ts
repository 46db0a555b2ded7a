/** Builds the script of a Lightning page from Salesforce's own base components, in memory. @module */
import { fileURLToPath } from 'node:url'
import lwc from '@lwc/rollup-plugin'
import { type Plugin, rollup } from 'rollup'

/** The browser's own shadow roots, or ordinary elements that pretend to be such to the page's scripts alone. */
export type Shadow = 'native' | 'synthetic'

const folder = fileURLToPath(new URL('.', import.meta.url))
// There is no such file: modules are looked for from where it would be.
const START = `${folder}start.js`
// Megabytes of pictures that these pages do without; the components bear that they do not come.
const PICTURES = 'lightning/iconSvgTemplates'

/** The script that turns an empty page into a contact's page. */
export async function buildLightning(shadow: Shadow): Promise<string> {
  const bundle = await rollup({
    input: START,
    plugins: [
      startOf(shadow),
      noPictures,
      lwc({
        rootDir: folder,
        modules: [
          { dir: `${folder}modules` },
          { npm: 'lightning-base-components' },
          { npm: '@lwc/engine-dom' },
          { npm: '@lwc/synthetic-shadow' },
        ],
      }),
      constants,
    ],
  })
  try {
    const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true })
    return output[0].code
  } finally {
    await bundle.close()
  }
}

// Synthetic shadow changes the page's DOM functions, which the engine looks at when it is loaded.
function startOf(shadow: Shadow): Plugin {
  const page = "import './page.js'"
  const code = shadow === 'synthetic' ? `import '@lwc/synthetic-shadow'\n${page}` : page
  return {
    name: 'start',
    resolveId: (id) => (id === START ? START : null),
    load: (id) => (id === START ? code : null),
  }
}

const noPictures: Plugin = {
  name: 'no-pictures',
  resolveId: (id) => (id.startsWith(PICTURES) ? `\0${id}` : null),
  load: (id) => (id.startsWith(`\0${PICTURES}`) ? 'export default {}' : null),
}

const constants: Plugin = {
  name: 'constants',
  transform: (code) => ({
    code: code.replaceAll('import.meta.env.SSR', 'false').replaceAll('process.env.NODE_ENV', '"production"'),
    map: null,
  }),
}
