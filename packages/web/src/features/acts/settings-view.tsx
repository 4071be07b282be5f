import { NativeSelect, TextInput } from '@mantine/core'
import type { SettingView } from '@ochno/contract/acts'
import { groups, parameters } from '@ochno/domain/policy/schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import classes from './acts.module.css'
import { SettingRow } from './setting-row.tsx'
import { useParameterName } from './value-words.ts'

const filters = ['all', 'open', 'decided', 'capped'] as const
type Filter = (typeof filters)[number]
const shows: Readonly<Record<Filter, (state: SettingView['state']) => boolean>> = {
  all: () => true,
  open: (state) => state === 'open',
  decided: (state) => state === 'decision',
  capped: (state) => state === 'capped',
}

export function SettingsView({
  settings,
  onDecide,
}: {
  settings: readonly SettingView[]
  onDecide: ((setting: SettingView) => void) | null
}) {
  const { t } = useTranslation()
  const name = useParameterName()
  const [filter, setFilter] = useState<Filter>('all')
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const shown = settings.filter(
    (setting) => shows[filter](setting.state) && name(setting.key).toLowerCase().includes(wanted),
  )
  return (
    <>
      <Card title={t('acts.parameters')}>
        <div className={classes.fields}>
          <NativeSelect
            label={t('acts.show')}
            value={filter}
            onChange={(event) => setFilter(filters.find((one) => one === event.currentTarget.value) ?? 'all')}
            data={filters.map((value) => ({ value, label: t(`acts.filters.${value}`) }))}
          />
          <TextInput
            type="search"
            label={t('acts.find')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        </div>
        {shown.length ? null : <p>{t('acts.nothing')}</p>}
      </Card>
      {groups.map((group) => {
        const mine = shown.filter((setting) => parameters[setting.key].group === group)
        return mine.length ? (
          <Card key={group} title={t(`acts.groups.${group}`)}>
            <Rows>
              <ul className={classes.settings}>
                {mine.map((setting) => (
                  <SettingRow key={setting.key} setting={setting} onDecide={onDecide} />
                ))}
              </ul>
            </Rows>
          </Card>
        ) : null
      })}
    </>
  )
}
