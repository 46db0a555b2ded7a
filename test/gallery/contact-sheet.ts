/** The page that shows all pictures beside each other. @module */

/** One picture. */
export interface Picture {
  readonly scene: string
  readonly language: string
  readonly look: string
  /** Relative to the sheet. */
  readonly file: string
}

const STYLE = `
  body { margin: 24px; font: 15px/1.4 system-ui, sans-serif; color-scheme: light dark; }
  h2 { margin: 32px 0 8px; font-size: 18px; }
  .row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; }
  img { display: block; max-inline-size: 420px; max-block-size: 420px; border: 1px solid gray; }
  figcaption { margin-block-start: 4px; font-size: 13px; }
`

/** Its HTML: a row for each scene, every picture a link to itself in full. */
export function contactSheet(pictures: readonly Picture[]): string {
  const rows = Map.groupBy(pictures, ({ scene }) => scene)
  const sections = [...rows].map(
    ([scene, row]) => `<h2 id="${scene}">${scene}</h2><div class="row">${row.map(figure).join('')}</div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Joinery: gallery</title><style>${STYLE}</style>
<h1>${rows.size} scenes, ${pictures.length} pictures</h1>${sections.join('\n')}</html>\n`
}

function figure({ scene, language, look, file }: Picture): string {
  return `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${scene}, ${language}, ${look}"></a><figcaption>${language}, ${look}</figcaption></figure>`
}
