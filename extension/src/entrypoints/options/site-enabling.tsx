/** A form to enable a site. @module */

import { useSignal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { patternOf } from '../../sites/pattern.ts'
import { ask } from '../../ui/ask.ts'
import type { FieldProblem } from '../../ui/field-problem.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import { notice, refreshDesk } from './desk.ts'
import { originTyped } from './typed-origin.ts'

/** The address is typed; the browser asks within the click. */
export function SiteForm() {
  const address = useSignal('')
  const problem = useSignal<FieldProblem | undefined>(undefined)

  function enable(event: Event) {
    event.preventDefault()
    notice.value = undefined
    problem.value = undefined
    const origin = originTyped(address.value)
    if (origin === undefined) {
      problem.value = { field: 'address', text: i18n.t('sites.addressInvalid') }
      return
    }
    // The browser asks only within the click: nothing is awaited before this.
    const request = browser.permissions.request({ origins: [patternOf(origin)] })
    void request.catch(() => false).then((granted) => finish(origin, granted))
  }

  async function finish(origin: string, granted: boolean) {
    if (!granted) {
      problem.value = { field: 'address', text: i18n.t('sites.denied') }
      return
    }
    address.value = ''
    await ask('desk.enableSite', { origin })
    notice.value = { tone: 'done', text: i18n.t('sites.enabled', [origin]) }
    await refreshDesk()
  }

  return (
    <form class="form" noValidate onSubmit={enable}>
      <h2>{i18n.t('sites.add')}</h2>
      <FieldsForm
        fields={{ address: { type: 'url', label: i18n.t('sites.address'), help: i18n.t('sites.addressHelp') } }}
        values={{ address: address.value }}
        problem={problem.value}
        onChange={(changed) => {
          address.value = String(changed.address)
        }}
      />
      <div class="form-buttons">
        <button type="submit" class="button button-primary">
          {i18n.t('sites.enable')}
        </button>
      </div>
    </form>
  )
}
