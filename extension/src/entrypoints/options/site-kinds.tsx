/** On which sites a shortcut's button stands, where that is not all. @module */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { ask } from '../../ui/ask.ts'

interface SiteKindsProps {
  /** The ids of the sites' rules; none for all. */
  readonly chosen: readonly string[]
  onChange(chosen: readonly string[]): void
}

interface Product {
  readonly id: string
  readonly name: string
}

/** A box for each product that is in use here; nothing where there is no choice. */
export function SiteKinds({ chosen, onChange }: SiteKindsProps) {
  const products = useSignal<readonly Product[]>([])
  useEffect(() => {
    void ask('sites.readStates', {}).then((states = []) => {
      const names = new Map(states.map(({ site, name }) => [site, name]))
      products.value = [...names].map(([id, name]) => ({ id, name }))
    })
  }, [])
  const unknown = chosen.filter((id) => !products.value.some((product) => product.id === id))
  const offered = [...products.value, ...unknown.map((id) => ({ id, name: id }))]
  if (offered.length < 2 && chosen.length === 0) return null

  function toggle(id: string, isChosen: boolean) {
    const others = chosen.filter((other) => other !== id)
    onChange(isChosen ? [...others, id] : others)
  }

  return (
    <fieldset class="site-kinds">
      <legend class="field-label">{i18n.t('looks.sites')}</legend>
      <p class="field-help">{i18n.t('looks.sitesHelp')}</p>
      <div class="site-kind-list">
        {offered.map(({ id, name }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              value={id}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
