import { Button } from '@mantine/core'
import { listMyTasks, type OwnTask } from '@ochno/contract/assignments'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './assignments.module.css'
import { DeadlineLine } from './parts.tsx'

/** /my-assignments: what one has to hand in, and what one has. */
export function MinePage() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listMyTasks, {}, { everyMs: 60_000 })
  if (me.is !== 'ready') return null
  return (
    <Page title={t('assignments.title')} lead={t('assignments.mine.lead')} width="narrow">
      <Card title={t('assignments.mine.title')}>
        <LoadView load={load} rows={3}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty icon={IconPencil} title={t('assignments.none')}>
                {t('assignments.mine.none')}
              </Empty>
            ) : (
              <Tasks rows={rows} zone={me.value.institution.zone} />
            )
          }
        </LoadView>
      </Card>
    </Page>
  )
}

const SHOWN = 3

/** On the home page: what is still to be handed in, or nothing. */
export function MineCard() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listMyTasks, {}, { everyMs: 60_000 })
  if (load.is !== 'ready' || me.is !== 'ready' || load.value.rows.length === 0) return null
  // What can still be in time comes first.
  const due = load.value.rows
    .filter(({ open, versions }) => open && versions.length === 0)
    .toSorted((a, b) => Number(a.over) - Number(b.over))
  return (
    <Card
      title={t('assignments.title')}
      lead={due.length === 0 ? t('assignments.mine.allDone') : undefined}
      actions={<Link to="/my-assignments">{t('assignments.mine.all')}</Link>}
    >
      {due.length > 0 ? <Tasks rows={due.slice(0, SHOWN)} zone={me.value.institution.zone} /> : null}
    </Card>
  )
}

type State = 'open' | 'over' | 'closed' | 'handedIn' | 'late'
const tones: Readonly<Record<State, Tone>> = {
  open: 'info',
  over: 'warn',
  closed: 'info',
  handedIn: 'ok',
  late: 'warn',
}

function stateOf({ versions, open, over, late }: OwnTask): State {
  if (versions.length > 0) return late ? 'late' : 'handedIn'
  if (!open) return 'closed'
  return over ? 'over' : 'open'
}

function Tasks({ rows, zone }: { rows: readonly OwnTask[]; zone: string }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <div className={classes.text}>
            <p className={classes.name}>{row.title}</p>
            <p className={classes.quiet}>{row.teacher}</p>
            <DeadlineLine task={row} zone={zone} />
          </div>
          <div className={classes.end}>
            <StateMark tone={tones[stateOf(row)]} word={t(`assignments.mine.states.${stateOf(row)}`)} quiet />
            <Button
              variant="default"
              renderRoot={(props) => <Link to={`/my-assignments/${row.id}`} {...props} />}
              aria-label={t('assignments.openOf', { title: row.title })}
            >
              {t('assignments.open')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
