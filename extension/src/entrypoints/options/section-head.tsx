/** The head of a section or a form. @module */

/** Its heading, which takes the focus when the user comes here, and a sentence on what it is for. */
export function SectionHead({ title, intro }: { readonly title: string; readonly intro?: string }) {
  return (
    <header class="section-head">
      <h1 tabIndex={-1}>{title}</h1>
      {intro !== undefined && <p class="quiet">{intro}</p>}
    </header>
  )
}
