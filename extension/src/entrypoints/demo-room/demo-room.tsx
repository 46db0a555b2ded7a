/** What a demo room shows. @module */
import { i18n } from '#i18n'
import { Icon } from '../../ui/icons.tsx'

/** The room; what the address says is text, and nothing but. */
export function DemoRoom({ carried }: { readonly carried: URLSearchParams }) {
  const name = carried.get('name') || i18n.t('demo.somebody')
  const isGuest = carried.get('role') === 'guest'
  return (
    <main class="room">
      <p class="room-mark">
        <Icon name="about" />
        {i18n.t('demo.mark')}
      </p>
      <div class="room-stage">
        <span class="room-face" aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <h1>
          <bdi>{carried.get('room') || i18n.t('demo.title')}</bdi>
        </h1>
        <p>
          {i18n.t('demo.joinedAs')} <bdi class="room-name">{name}</bdi>
        </p>
        <p class="quiet">{isGuest ? i18n.t('demo.guest') : i18n.t('demo.host')}</p>
      </div>
      <p class="quiet">{i18n.t('demo.explanation')}</p>
      <details>
        <summary>{i18n.t('demo.carried')}</summary>
        <dl class="room-facts">
          {[...carried].map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </main>
  )
}
