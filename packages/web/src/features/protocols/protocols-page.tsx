import { SegmentedControl } from '@mantine/core'
import { listProtocols, type ProtocolLine } from '@ochno/contract/protocols'
import { IconFileCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { whole } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { stateTones, waitsForMe } from './standing.ts'

export function ProtocolsPage() {
  const { t } = useTranslation()
  const list = useLoad(listProtocols, {}, { everyMs: 30_000 })
  return (
    <Page title={t('protocols.title')} lead={t('protocols.lead')}>
      <Card>
        <LoadView load={list} rows={5}>
          {({ rows }) => <Lines rows={rows} />}
        </LoadView>
      </Card>
    </Page>
  )
}

function Lines({ rows }: { rows: readonly ProtocolLine[] }) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const waiting = rows.filter(waitsForMe)
  const [which, setWhich] = useState<string | null>(null)
  const shown = (which ?? (waiting.length ? 'mine' : 'all')) === 'mine' ? waiting : rows
  return (
    <Rows>
      {rows.some(({ mine }) => mine) ? (
        <SegmentedControl
          aria-label={t('protocols.which')}
          value={which ?? (waiting.length ? 'mine' : 'all')}
          onChange={setWhich}
          data={[
            { value: 'mine', label: t('protocols.mine', { count: waiting.length }) },
            { value: 'all', label: t('protocols.all') },
          ]}
        />
      ) : null}
      {shown.length === 0 ? (
        <Empty icon={IconFileCheck} title={t('protocols.empty')}>
          {t('protocols.emptyText')}
        </Empty>
      ) : (
        <LongTable
          label={t('protocols.title')}
          rows={shown}
          more={whole(shown.length)}
          rowKey={(row) => row.session}
          columns={[
            {
              name: t('protocols.examinee'),
              cell: (row) => (
                <Link to={`/protocols/${row.session}` as '/'}>
                  {row.group
                    ? t('protocols.inGroup', { name: row.examinee, group: row.group })
                    : row.examinee}
                </Link>
              ),
            },
            {
              name: t('protocols.exam'),
              cell: (row) =>
                row.event === 'lesson' ? `${row.exam.title} (${t('protocols.lesson')})` : row.exam.title,
            },
            { name: t('protocols.ended'), cell: (row) => <When at={row.endedAt} zone={zone} /> },
            { name: t('protocols.number'), cell: (row) => row.number ?? '—' },
            {
              name: t('protocols.stateTitle'),
              cell: (row) => (
                <StateMark
                  tone={stateTones[row.state ?? 'none']}
                  word={t(`protocols.states.${row.state ?? 'none'}`)}
                />
              ),
            },
          ]}
        />
      )}
    </Rows>
  )
}
