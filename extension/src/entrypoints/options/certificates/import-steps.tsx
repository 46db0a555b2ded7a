/** How the file comes into each system's store. @module */
import { i18n } from '#i18n'

/** A list of steps for each, folded. */
export function ImportSteps() {
  return (
    <section class="form" data-name="import-steps" aria-labelledby="import-steps">
      <h2 id="import-steps">{i18n.t('certificates.importTitle')}</h2>
      {guides().map(({ title, steps }) => (
        <details class="more" key={title}>
          <summary>{title}</summary>
          <ol class="steps">
            {[...steps, i18n.t('certificates.stepRestart'), i18n.t('certificates.stepDelete')].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}

function guides() {
  return [
    {
      title: i18n.t('certificates.windows'),
      steps: [
        i18n.t('certificates.windows1'),
        i18n.t('certificates.windows2'),
        i18n.t('certificates.windows3'),
        i18n.t('certificates.windows4'),
      ],
    },
    {
      title: i18n.t('certificates.mac'),
      steps: [i18n.t('certificates.mac1'), i18n.t('certificates.mac2'), i18n.t('certificates.mac3')],
    },
    {
      title: i18n.t('certificates.linux'),
      steps: [i18n.t('certificates.linux1'), i18n.t('certificates.linux2'), i18n.t('certificates.linux3')],
    },
    {
      title: i18n.t('certificates.firefox'),
      steps: [i18n.t('certificates.firefox1'), i18n.t('certificates.firefox2'), i18n.t('certificates.firefox3')],
    },
  ]
}
