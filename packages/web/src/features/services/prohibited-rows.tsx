import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../ui/page.tsx'
import classes from './services.module.css'

export type ProhibitedRow = {
  readonly key: number
  readonly name: string
  readonly host: string
  readonly ground: string
}

/** 002 п. 19: what must not be used, line by line. */
export function ProhibitedRows({
  rows,
  setRows,
}: {
  rows: readonly ProhibitedRow[]
  setRows: (rows: readonly ProhibitedRow[]) => void
}) {
  const { t } = useTranslation()
  const set = (key: number, change: Partial<ProhibitedRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <Rows>
      {rows.map((row, no) => (
        <fieldset key={row.key} className={classes.group}>
          <legend>{t('services.settings.rowNo', { no: no + 1 })}</legend>
          <div className={classes.fields}>
            <TextInput
              label={t('services.settings.prohibitedName')}
              value={row.name}
              onChange={(event) => set(row.key, { name: event.currentTarget.value })}
              maxLength={200}
              required
              withAsterisk={false}
            />
            <TextInput
              label={t('services.settings.prohibitedHost')}
              placeholder={t('services.settings.prohibitedHostHint')}
              value={row.host}
              onChange={(event) => set(row.key, { host: event.currentTarget.value.toLowerCase() })}
              maxLength={253}
            />
            <TextInput
              label={t('services.settings.prohibitedGround')}
              value={row.ground}
              onChange={(event) => set(row.key, { ground: event.currentTarget.value })}
              maxLength={500}
              required
              withAsterisk={false}
            />
          </div>
          <div>
            <Button
              size="xs"
              variant="default"
              aria-label={t('services.settings.dropRow', { no: no + 1 })}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            >
              {t('services.orders.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            setRows([
              ...rows,
              { key: Math.max(0, ...rows.map(({ key }) => key)) + 1, name: '', host: '', ground: '' },
            ])
          }
        >
          {t('services.settings.addRow')}
        </Button>
      </div>
    </Rows>
  )
}
