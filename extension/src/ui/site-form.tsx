/** The parts of a site that its user may change: name, hosts, what its records show and read. @module */

import { i18n } from '#i18n'
import { factName, inOrder } from '../fact-labels.ts'
import type { PageFact, RecordKind, RecordRule, SiteRule } from '../sites/rule.ts'
import type { FieldProblem } from './field-problem.ts'
import { FieldsForm } from './fields-form.tsx'
import { Icon } from './icons.tsx'
import { keyFacts, withKind, withoutFact, withoutRecord } from './site-edit.ts'

interface SiteFormProps {
  readonly site: SiteRule
  /** As it is typed. */
  readonly name: string
  /** As they are typed; a form without them leaves them as they are. */
  readonly hosts?: string
  readonly problem: FieldProblem | undefined
  onType(typed: { readonly name: string; readonly hosts: string }): void
  onChange(site: SiteRule): void
}

const kinds: { readonly [K in RecordKind]: () => string } = {
  contact: () => i18n.t('ownSites.kindContact'),
  lead: () => i18n.t('ownSites.kindLead'),
  account: () => i18n.t('ownSites.kindAccount'),
  case: () => i18n.t('ownSites.kindCase'),
  deal: () => i18n.t('ownSites.kindDeal'),
}

/** The inputs, without buttons. */
export function SiteForm({ site, name, hosts, problem, onType, onChange }: SiteFormProps) {
  const hostField =
    hosts === undefined
      ? {}
      : { hosts: { type: 'text', label: i18n.t('ownSites.hosts'), help: i18n.t('ownSites.hostsHelp') } as const }
  return (
    <>
      <FieldsForm
        fields={{ name: { type: 'text', label: i18n.t('ownSites.name') }, ...hostField }}
        values={{ name, hosts: hosts ?? '' }}
        problem={problem}
        onChange={(changed) => onType({ name: String(changed.name ?? ''), hosts: String(changed.hosts ?? '') })}
      />
      {site.records.map((record, index) => (
        <RecordPart
          // Records have no names of their own, and are only ever removed.
          key={JSON.stringify(record.anchors) + record.scope}
          record={record}
          title={site.records.length === 1 ? undefined : i18n.t('ownSites.record', [String(index + 1)])}
          onKind={(kind) => onChange(withKind(site, index, kind))}
          onDrop={(fact) => onChange(withoutFact(site, index, fact))}
          onRemove={() => onChange(withoutRecord(site, index))}
        />
      ))}
    </>
  )
}

interface RecordPartProps {
  readonly record: RecordRule
  readonly title: string | undefined
  onKind(kind: RecordKind): void
  onDrop(fact: PageFact): void
  onRemove(): void
}

function RecordPart({ record, title, onKind, onDrop, onRemove }: RecordPartProps) {
  const facts = inOrder(Object.keys(record.facts) as PageFact[])
  const options = Object.fromEntries(Object.entries(kinds).map(([kind, label]) => [kind, label()]))
  return (
    <fieldset class="field site-record">
      {title !== undefined && <legend class="field-label">{title}</legend>}
      <FieldsForm
        fields={{ kind: { type: 'choice', label: i18n.t('ownSites.kind'), options } }}
        values={{ kind: record.kind }}
        onChange={({ kind }) => onKind(kind as RecordKind)}
      />
      <p class="quiet small">{i18n.t(record.size === 'compact' ? 'ownSites.inRows' : 'ownSites.onPage')}</p>
      {facts.length === 0 ? (
        <p class="quiet small">{i18n.t('ownSites.readsNothing')}</p>
      ) : (
        <ul class="site-facts">
          {facts.map((fact) => (
            <FactLine
              key={fact}
              fact={fact}
              record={record}
              onDrop={keyFacts(record).includes(fact) ? undefined : () => onDrop(fact)}
            />
          ))}
        </ul>
      )}
      {title !== undefined && (
        <div>
          <button type="button" class="button button-small" onClick={onRemove}>
            {i18n.t('ownSites.removeRecord')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

interface FactLineProps {
  readonly fact: PageFact
  readonly record: RecordRule
  readonly onDrop: (() => void) | undefined
}

function FactLine({ fact, record, onDrop }: FactLineProps) {
  const [source] = record.facts[fact] ?? []
  const place = source === undefined ? '' : 'title' in source ? '<title>' : source.selector
  const label = i18n.t('ownSites.remove', [factName(fact)])
  return (
    <li>
      <span class="site-fact">
        {factName(fact)}
        <code class="quiet small" dir="ltr">
          {place}
        </code>
      </span>
      {onDrop !== undefined && (
        <button type="button" class="button button-plain button-icon" title={label} aria-label={label} onClick={onDrop}>
          <Icon name="remove" />
        </button>
      )}
    </li>
  )
}
