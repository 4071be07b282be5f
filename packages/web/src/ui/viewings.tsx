import { useTranslation } from 'react-i18next'
import { moment } from './moment.ts'
import { Table } from './table.tsx'

export type Viewing = {
  /** Null where only the role may be told (P-26). */
  readonly name: string | null
  readonly role: string
  readonly what: 'live' | 'recording' | 'identity'
  readonly purpose: string
  readonly startedAt: string
  readonly endedAt: string
  readonly records: number
  readonly place: string | null
}

/** Who looked at a person's recording, what at, why and when. */
export function Viewings({ label, rows, zone }: { label: string; rows: readonly Viewing[]; zone: string }) {
  const { t, i18n } = useTranslation()
  // A role or purpose of a newer server is shown as it came.
  const word = (key: string, plain: string) => (i18n.exists(key) ? t(key as 'common.roles.proctor') : plain)
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={(row) => `${row.what} ${row.startedAt} ${row.role} ${row.name} ${row.purpose}`}
      columns={[
        {
          name: t('reviewer.viewers.who'),
          cell: (row) =>
            [row.name, word(`common.roles.${row.role}`, row.role), row.place].filter(Boolean).join(', '),
        },
        {
          name: t('reviewer.viewers.what'),
          cell: (row) =>
            row.what === 'recording'
              ? t('reviewer.viewers.recording', { count: row.records })
              : t(row.what === 'live' ? 'reviewer.viewers.live' : 'reviewer.viewers.identity'),
        },
        {
          name: t('reviewer.viewers.why'),
          cell: (row) => word(`reviewer.purpose.${row.purpose}`, row.purpose),
        },
        {
          name: t('reviewer.viewers.when'),
          cell: (row) =>
            t('reviewer.viewers.range', {
              from: moment(row.startedAt, zone, i18n.language),
              to: moment(row.endedAt, zone, i18n.language),
            }),
        },
      ]}
    />
  )
}
