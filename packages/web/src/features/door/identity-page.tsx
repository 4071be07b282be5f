import { Button } from '@mantine/core'
import { type DoorStaffRow, listDoorToday } from '@ochno/contract/door'
import { IconDoor } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranches } from '../../api/branches.ts'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { When } from '../../ui/when.tsx'
import classes from './door.module.css'
import { ExternalSheet } from './external-sheet.tsx'
import { OwnersCard } from './owners-card.tsx'

const EVERY_MS = 15_000

const tones = {
  identity_steps_missing: 'idle',
  identity_undecided: 'info',
  identity_refused: 'bad',
  external_identity_missing: 'warn',
} as const satisfies Record<NonNullable<DoorStaffRow['held']>, Tone>

/** /identity: what a teacher is asked for when the page of an examinee says that the teacher can help. */
export function IdentityPage() {
  const { t } = useTranslation()
  const me = useMe()
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const today = useLoad(listDoorToday, { query: branch ? { branch } : {} }, { everyMs: EVERY_MS })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('door.staff.title')} lead={t('door.staff.lead')}>
      <Rows>
        <BranchFilter branches={branches} value={branch} onChange={setBranch} />
        <Card>
          <LoadView load={today} rows={3}>
            {({ rows }) => <Today rows={rows} zone={zone} />}
          </LoadView>
        </Card>
        {me.is === 'ready' && may(me.value, 'account.manage') ? <OwnersCard zone={zone} /> : null}
      </Rows>
    </Page>
  )
}

function Today({ rows, zone }: { rows: readonly DoorStaffRow[]; zone: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<DoorStaffRow | null>(null)
  if (rows.length === 0)
    return (
      <Empty icon={IconDoor} title={t('door.staff.empty')}>
        {t('door.staff.emptyText')}
      </Empty>
    )
  return (
    <>
      <Table
        label={t('door.staff.title')}
        rows={rows}
        rowKey={(row) => row.session}
        columns={[
          { name: t('door.staff.who'), cell: (row) => <strong>{row.examinee.name}</strong> },
          { name: t('door.staff.exam'), cell: (row) => row.exam.title },
          { name: t('door.staff.until'), cell: (row) => <When at={row.closesAt} zone={zone} /> },
          { name: t('door.staff.holds'), cell: (row) => <Holds row={row} /> },
          {
            name: t('door.staff.actions'),
            quiet: true,
            cell: (row) =>
              row.mayAskExternal ? (
                <Button variant="default" size="compact-md" onClick={() => setAsked(row)}>
                  {t('door.staff.external')}
                </Button>
              ) : null,
          },
        ]}
      />
      {asked ? <ExternalSheet row={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

function Holds({ row }: { row: DoorStaffRow }) {
  const { t } = useTranslation()
  return (
    <span className={classes.holds}>
      <StateMark
        quiet
        tone={row.held ? tones[row.held] : 'ok'}
        word={row.held ? t(`door.staff.held.${row.held}`) : t('door.staff.ready')}
      />
      {row.held === 'identity_refused' && row.said?.why ? (
        <span>{t(`door.failures.${row.said.why}`)}</span>
      ) : null}
      {row.held === 'identity_refused' && row.said?.reason ? (
        <span className={classes.quiet}>{row.said.reason}</span>
      ) : null}
      {row.held === 'identity_undecided' ? (
        <span className={classes.quiet}>
          {t('door.staff.proctors', { names: row.proctors.join(', ') || t('door.staff.nobody') })}
        </span>
      ) : null}
      {row.external ? (
        <span className={classes.quiet}>
          {row.external.provider}: {t(`door.staff.results.${row.external.result}`)}
        </span>
      ) : null}
    </span>
  )
}
