/** The colour of an icon, chosen by name and by sight. @module */
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { COLOURS, cssColour, type ShortcutColour } from '../../shortcut-colours.ts'
import { Icon } from '../../ui/icons.tsx'
import { colourNames } from './colour-names.ts'

interface ColourChoiceProps {
  readonly chosen: ShortcutColour
  onChange(colour: ShortcutColour): void
}

/** A group of radio buttons; the chosen colour's name stands beside them. */
export function ColourChoice({ chosen, onChange }: ColourChoiceProps) {
  const group = useId()
  const names = colourNames()
  return (
    <fieldset class="colours">
      <legend class="field-label">{i18n.t('looks.colour')}</legend>
      <div class="swatches">
        {COLOURS.map((colour) => (
          <label key={colour} class="swatch" title={names[colour]}>
            <input
              type="radio"
              name={group}
              value={colour}
              checked={colour === chosen}
              aria-label={names[colour]}
              onChange={() => onChange(colour)}
            />
            <span class="swatch-dot" style={{ background: cssColour(colour) }}>
              {colour === chosen && <Icon name="done" />}
            </span>
          </label>
        ))}
        <span class="quiet small" aria-hidden="true">
          {names[chosen]}
        </span>
      </div>
    </fieldset>
  )
}
