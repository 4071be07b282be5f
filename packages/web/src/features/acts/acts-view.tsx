import type { ReplyOf } from '../../api/client.ts'
import type { listActs } from '@ochno/contract/acts'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './acts.module.css'
import { useDay } from './day.ts'
import { PresetName } from './preset-name.tsx'
import { shortTitle } from './reading.ts'

export type ActLine = ReplyOf<typeof listActs>['rows'][number]

const stateTone: Readonly<Record<ActLine['state'], Tone>> = {
  draft: 'idle',
  considered: 'info',
  agreed: 'info',
  approved: 'info',
  effective: 'ok',
  superseded: 'idle',
}

export function ActsView({ rows }: { rows: readonly ActLine[] }) {
  const { t } = useTranslation()
  const day = useDay()
  if (!rows.length)
    return (
      <Empty icon={IconFileText} title={t('acts.list.empty')}>
        {t('acts.list.emptyText')}
      </Empty>
    )
  return (
    <Table
      label={t('acts.list.title')}
      rows={rows}
      rowKey={(act) => act.id}
      columns={[
        {
          name: t('acts.list.name'),
          cell: (act) => (
            <>
              <Link to={`/acts/${act.id}`} className={classes.link}>
                {t('acts.list.edition', { title: shortTitle(act.title), edition: act.edition })}
              </Link>
              <div className={classes.quiet}>
                <PresetName preset={act.preset} />
              </div>
            </>
          ),
        },
        {
          name: t('acts.list.state'),
          cell: (act) => <StateMark tone={stateTone[act.state]} word={t(`acts.states.${act.state}`)} quiet />,
        },
        {
          name: t('acts.list.effect'),
          cell: (act) => (act.effectiveFrom ? day(act.effectiveFrom) : t('acts.list.noDay')),
        },
        { name: t('acts.list.undecided'), cell: (act) => act.undecided },
        { name: t('acts.list.warnings'), cell: (act) => act.warnings },
      ]}
    />
  )
}
