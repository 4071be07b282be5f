import { Button, SegmentedControl } from '@mantine/core'
import { listMyRooms, listRooms, type MyRoomRow, type RoomRow } from '@ochno/contract/rooms'
import { roleMay } from '@ochno/domain/access/table'
import { IconPlus, IconVideo } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import classes from './rooms.module.css'
import { stateTone } from './state-tone.ts'

/** People come to the door a moment after it opens. */
const LOOK_MS = 15_000

/** /rooms: lessons by video one is invited to; who leads plans them here. */
export function RoomsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [planning, setPlanning] = useState(false)
  if (me.is !== 'ready') return null
  const leads = may(me.value, 'room.lead')
  const { zone } = me.value.institution
  return (
    <Page
      title={t('rooms.title')}
      lead={t('rooms.intro')}
      width="narrow"
      actions={
        leads ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPlanning(true)}>
            {t('rooms.plan.open')}
          </Button>
        ) : null
      }
    >
      {planning ? <PlanSheet room={null} zone={zone} onClose={() => setPlanning(false)} /> : null}
      <Rows gap="lg">
        <Mine zone={zone} leads={leads} />
        {leads ? (
          <Led
            zone={zone}
            all={me.value.roles.some((role) => role !== 'teacher' && roleMay(role, 'room.lead'))}
          />
        ) : null}
      </Rows>
    </Page>
  )
}

function Mine({ zone, leads }: { zone: string; leads: boolean }) {
  const { t } = useTranslation()
  const load = useLoad(listMyRooms, {}, { everyMs: LOOK_MS })
  return (
    <Card title={t('rooms.mine')}>
      <LoadView load={load} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={IconVideo} title={t('rooms.none')}>
              {t(leads ? 'rooms.noneLead' : 'rooms.noneText')}
            </Empty>
          ) : (
            <ul className={classes.list}>
              {rows.map((row) => (
                <MyRow key={row.link} row={row} zone={zone} />
              ))}
            </ul>
          )
        }
      </LoadView>
    </Card>
  )
}

/** The way to a room is a document of its own, see routes.tsx. */
export const EnterLink = ({ row }: { row: MyRoomRow }) => {
  const { t } = useTranslation()
  return (
    <Button
      component="a"
      href={`/rooms/${row.link}`}
      variant={row.state === 'open' ? 'filled' : 'default'}
      aria-label={t('rooms.enterThis', { title: row.title })}
    >
      {t('rooms.enter')}
    </Button>
  )
}

export function MyRow({ row, zone }: { row: MyRoomRow; zone: string }) {
  const { t } = useTranslation()
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <p className={classes.rowTitle}>{row.title}</p>
        <p className={classes.quiet}>
          {t(`rooms.kinds.${row.kind}`)} · <When at={row.startsAt} zone={zone} /> ·{' '}
          {t('rooms.minutes', { count: row.minutes })}
        </p>
        <p className={classes.quiet}>
          {row.moderator ? t('rooms.youLead') : t('rooms.leads', { name: row.leader })}
          {row.group ? ` · ${row.group}` : ''}
        </p>
      </div>
      <div className={classes.rowEnd}>
        <StateMark tone={stateTone[row.state]} word={t(`rooms.states.${row.state}`)} quiet />
        {row.state === 'open' || row.state === 'planned' ? <EnterLink row={row} /> : null}
      </div>
    </li>
  )
}

function Led({ zone, all }: { zone: string; all: boolean }) {
  const { t } = useTranslation()
  const [past, setPast] = useState<'yes' | 'no'>('no')
  const load = useLoad(listRooms, { query: { past } }, { everyMs: LOOK_MS })
  return (
    <Card
      title={t(all ? 'rooms.all' : 'rooms.led')}
      actions={
        <SegmentedControl
          value={past}
          onChange={(value) => setPast(value === 'yes' ? 'yes' : 'no')}
          data={[
            { value: 'no', label: t('rooms.ahead') },
            { value: 'yes', label: t('rooms.past') },
          ]}
        />
      }
    >
      <LoadView load={load} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={IconVideo} title={t('rooms.none')} />
          ) : (
            <ul className={classes.list}>
              {rows.map((row) => (
                <LedRow key={row.id} row={row} zone={zone} />
              ))}
            </ul>
          )
        }
      </LoadView>
    </Card>
  )
}

function LedRow({ row, zone }: { row: RoomRow; zone: string }) {
  const { t } = useTranslation()
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <p className={classes.rowTitle}>{row.title}</p>
        <p className={classes.quiet}>
          <When at={row.startsAt} zone={zone} /> · {t('rooms.leads', { name: row.leader })}
        </p>
        <p className={classes.quiet}>
          {t('rooms.people', { count: row.people })}
          {row.inside ? ` · ${t('rooms.inside', { count: row.inside })}` : ''}
        </p>
      </div>
      <div className={classes.rowEnd}>
        <StateMark tone={stateTone[row.state]} word={t(`rooms.states.${row.state}`)} quiet />
        <Button
          variant="default"
          renderRoot={(props) => <Link to={`/rooms/plan/${row.id}`} {...props} />}
          aria-label={t('rooms.detailsOf', { title: row.title })}
        >
          {t('rooms.details')}
        </Button>
      </div>
    </li>
  )
}
