/** The frame of the welcome page: where one is, the step itself, and the ways on and back. @module */

import { useEffect, useRef } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { Icon } from '../../ui/icons.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { Message } from '../../ui/message.tsx'
import { UnlockForm } from '../../ui/unlock-form.tsx'
import { refreshVault, vault } from '../../ui/vault.ts'
import { AccountForm } from '../options/account-form.tsx'
import { CreateVault } from '../options/create-vault.tsx'
import { desk, notice } from '../options/desk.ts'
import { SiteForm } from '../options/site-enabling.tsx'
import { DemoOffer } from './demo-offer.tsx'
import { chosenStep, doneSteps, firstOpenStep, isReal, type Step, stepAfter, stepBefore, steps } from './steps.ts'

const titles: { readonly [S in Step]: () => string } = {
  language: () => i18n.t('welcome.language'),
  passphrase: () => i18n.t('welcome.passphrase'),
  account: () => i18n.t('welcome.account'),
  site: () => i18n.t('welcome.site'),
  ready: () => i18n.t('welcome.ready'),
}

/** The whole page. */
export function App() {
  const view = typeof vault.value === 'object' ? vault.value : undefined
  const read = typeof desk.value === 'object' ? desk.value : undefined
  const content = useRef<HTMLDivElement>(null)
  const done = doneSteps(view, read)
  const isKnown = view !== undefined && (view.state !== 'unlocked' || read !== undefined)
  const step = chosenStep.value ?? firstOpenStep(done)
  useEffect(() => {
    if (!content.current?.contains(document.activeElement)) content.current?.querySelector('h2')?.focus()
  }, [step])
  if (!isKnown) return <p class="quiet">{i18n.t('ui.loading')}</p>
  return (
    <main class="welcome">
      <header class="welcome-head">
        <img src="/icon/48.png" alt="" width="48" height="48" />
        <h1>{i18n.t('welcome.title')}</h1>
        <p class="quiet">{i18n.t('welcome.intro')}</p>
      </header>
      <Progress current={step} done={done} />
      <div ref={content} class="welcome-step">
        <Message notice={notice.value} />
        <StepContent step={step} desk={read} />
      </div>
      <nav class="welcome-ways" aria-label={i18n.t('welcome.ways')}>
        {step !== 'language' && (
          <a class="button button-plain" href={`#${stepBefore(step)}`}>
            {i18n.t('picker.back')}
          </a>
        )}
        {step !== 'ready' && (
          <a
            class={done.has(step) || step === 'language' ? 'button button-primary' : 'button'}
            href={`#${stepAfter(step)}`}
          >
            {done.has(step) || step === 'language' ? i18n.t('picker.next') : i18n.t('welcome.skip')}
          </a>
        )}
      </nav>
    </main>
  )
}

function Progress({ current, done }: { readonly current: Step; readonly done: ReadonlySet<Step> }) {
  return (
    <ol class="welcome-progress">
      {steps.slice(0, -1).map((step, index) => (
        <li key={step} class={done.has(step) ? 'welcome-done' : ''}>
          <a href={`#${step}`} aria-current={step === current ? 'step' : undefined}>
            <span class="welcome-number" aria-hidden="true">
              {done.has(step) ? <Icon name="done" /> : index + 1}
            </span>
            {titles[step]()}
            {done.has(step) && <span class="unseen"> ({i18n.t('welcome.done')})</span>}
          </a>
        </li>
      ))}
    </ol>
  )
}

function StepContent({ step, desk: read }: { readonly step: Step; readonly desk: DeskView | undefined }) {
  const state = typeof vault.value === 'object' ? vault.value.state : undefined
  if (step === 'language') {
    return (
      <>
        <Heading step={step} />
        <LanguageChoice />
      </>
    )
  }
  if (step === 'ready') return <Ready hasVault={state !== 'absent'} />
  if (state === 'locked') {
    return <UnlockForm intro={i18n.t('unlock.intro')} onUnlocked={() => void refreshVault()} />
  }
  if (step === 'passphrase') {
    return state === 'absent' ? <CreateVault /> : <Finished step={step} text={i18n.t('welcome.passphraseDone')} />
  }
  if (state === 'absent' || read === undefined) return <Finished step={step} text={i18n.t('welcome.vaultFirst')} />
  if (step === 'account') return <Account desk={read} />
  return (
    <>
      <Heading step={step} />
      <p class="quiet">{i18n.t('welcome.siteText')}</p>
      {read.sites.length > 0 && <p>{i18n.t('welcome.sites', [read.sites.map(hostOf).join(', ')])}</p>}
      <SiteForm />
    </>
  )
}

function Account({ desk: read }: { readonly desk: DeskView }) {
  const accounts = read.accounts.filter(isReal)
  if (accounts.length > 0) {
    return (
      <>
        <Heading step="account" />
        <p>{i18n.t('welcome.accounts', [accounts.map(({ name }) => name).join(', ')])}</p>
        <DemoOffer desk={read} />
        <p>
          <a class="button" href={browser.runtime.getURL('/options.html')}>
            {i18n.t('welcome.moreInSettings')}
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      <DemoOffer desk={read} />
      <AccountForm account={undefined} field={undefined} sites={read.sites} />
    </>
  )
}

function Ready({ hasVault }: { readonly hasVault: boolean }) {
  return (
    <>
      <Heading step="ready" />
      <ul class="welcome-next">
        <li>
          <Icon name="pin" />
          {i18n.t('welcome.pinIcon')}
        </li>
        <li>
          <Icon name="site" />
          {i18n.t('welcome.openCrm')}
        </li>
        <li>
          <Icon name="keys" />
          {i18n.t('welcome.giveKeys')}
        </li>
        <li>
          <Icon name="backup" />
          {i18n.t('welcome.backUp')}
        </li>
      </ul>
      {hasVault && (
        <p>
          <button type="button" class="button button-primary" onClick={() => void browser.runtime.openOptionsPage()}>
            {i18n.t('setUp.open')}
          </button>
        </p>
      )}
    </>
  )
}

function Finished({ step, text }: { readonly step: Step; readonly text: string }) {
  return (
    <>
      <Heading step={step} />
      <p>{text}</p>
    </>
  )
}

function Heading({ step }: { readonly step: Step }) {
  return <h2 tabIndex={-1}>{titles[step]()}</h2>
}

function hostOf(pattern: string): string {
  return pattern.replace(/^[^/]*\/\//, '').replace(/\/\*$/, '')
}
