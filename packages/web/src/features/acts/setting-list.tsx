import type { SettingView } from '@ochno/contract/acts'
import classes from './acts.module.css'
import { type Warning, warningsAt } from './reading.ts'
import { SettingRow } from './setting-row.tsx'

export function SettingList({
  rows,
  warnings,
  onDecide,
}: {
  rows: readonly SettingView[]
  warnings: readonly Warning[]
  onDecide: ((setting: SettingView) => void) | null
}) {
  return (
    <ul className={classes.settings}>
      {rows.map((setting) => (
        <SettingRow
          key={setting.key}
          setting={setting}
          warnings={warningsAt(warnings, setting)}
          onDecide={onDecide}
        />
      ))}
    </ul>
  )
}
