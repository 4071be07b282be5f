import { NativeSelect, TextInput } from '@mantine/core'
import type { SettingView } from '@ochno/contract/acts'
import type { Group } from '@ochno/domain/policy/parameter'
import { groups, parameters } from '@ochno/domain/policy/schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './acts.module.css'
import { usePlaces } from './place-words.ts'
import { type Filter, filters, finds, passes, type Warning } from './reading.ts'
import { SettingList } from './setting-list.tsx'
import { useParameterName, useValueWords } from './value-words.ts'

export function SettingsView({
  settings,
  warnings,
  onDecide,
}: {
  settings: readonly SettingView[]
  warnings: readonly Warning[]
  onDecide: ((setting: SettingView) => void) | null
}) {
  const { t } = useTranslation()
  const textsOf = useTexts()
  const [filter, setFilter] = useState<Filter>('all')
  const [find, setFind] = useState('')
  const [section, setSection] = useState<Group | ''>('')
  const warned = (setting: SettingView) =>
    warnings.some(({ keys }) => keys.some((key) => key === setting.key))
  const shown = settings.filter(
    (setting) => passes(filter, setting, warned(setting)) && finds(find, textsOf(setting)),
  )
  const sections = groups
    .map((group) => ({ group, rows: shown.filter(({ key }) => parameters[key].group === group) }))
    .filter(({ rows }) => rows.length)
  /** On a phone one section is read at a time; on a desk the contents lead to it. */
  const elsewhere = (group: Group): boolean => section !== '' && section !== group
  return (
    <div className={classes.reader}>
      <div className={classes.aside}>
        <Card title={t('acts.parameters')}>
          <div className={classes.tools}>
            <TextInput
              type="search"
              label={t('acts.find')}
              description={t('acts.findHint')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('acts.show')}
              value={filter}
              onChange={(event) =>
                setFilter(filters.find((one) => one === event.currentTarget.value) ?? 'all')
              }
              data={filters.map((value) => ({ value, label: t(`acts.filters.${value}`) }))}
            />
            <NativeSelect
              className={classes.onPhone ?? ''}
              label={t('acts.section')}
              value={section}
              onChange={(event) => setSection(groups.find((one) => one === event.currentTarget.value) ?? '')}
              data={[
                { value: '', label: t('acts.everySection') },
                ...groups.map((value) => ({ value, label: t(`acts.groups.${value}`) })),
              ]}
            />
            <p className={classes.quiet} role="status">
              {t('acts.found', { shown: shown.length, count: settings.length })}
            </p>
          </div>
          <nav aria-label={t('acts.sections')} className={classes.contents}>
            <ul>
              {sections.map(({ group, rows }) => (
                <li key={group}>
                  <a href={`#${group}`}>
                    <span>{t(`acts.groups.${group}`)}</span>
                    <span className={classes.count}>{rows.length}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </Card>
      </div>
      <div className={classes.sections}>
        {sections.some(({ group }) => !elsewhere(group)) ? null : (
          <div className={sections.length ? classes.onPhone : undefined}>
            <Card>{t('acts.nothing')}</Card>
          </div>
        )}
        {sections.map(({ group, rows }) => (
          <div key={group} id={group} data-other={elsewhere(group)} className={classes.section}>
            <Card title={t(`acts.groups.${group}`)}>
              <SettingList rows={rows} warnings={warnings} onDecide={onDecide} />
            </Card>
          </div>
        ))}
      </div>
    </div>
  )
}

/** What a parameter is looked for by: its name, its value, the clause, the words and the ground. */
function useTexts() {
  const name = useParameterName()
  const words = useValueWords()
  const places = usePlaces()
  return (setting: SettingView): readonly string[] => [
    name(setting.key),
    ...(setting.state === 'open' ? [] : [words(setting.key, setting.value)]),
    ...(setting.state === 'act'
      ? [places(setting.clauses), setting.note ?? '', ...setting.quotes.map(({ text }) => text)]
      : []),
    ...(setting.state === 'decision' ? [setting.ground] : []),
    ...(setting.state === 'capped' ? [setting.law] : []),
  ]
}
