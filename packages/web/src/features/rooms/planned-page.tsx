import { Button } from '@mantine/core'
import {
  cancelRoom,
  listMyRooms,
  listRooms,
  readRoom,
  renewRoomLink,
  type RoomView,
} from '@ochno/contract/rooms'
import type { Id } from '@ochno/domain/ids'
import { IconCopy, IconRefresh } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import classes from './rooms.module.css'
import { stateTone } from './state-tone.ts'

/** /rooms/plan/…: everybody's own link, and who was there. */
export function PlannedPage() {
  const { room } = useParams({ strict: false }) as { room: Id<'rom'> }
  const me = useMe()
  const load = useLoad(readRoom, { params: { rom: room } }, { everyMs: 15_000 })
  if (me.is !== 'ready') return null
  return (
    <LoadView load={load} rows={6}>
      {(view) => <Planned view={view} zone={me.value.institution.zone} />}
    </LoadView>
  )
}

function Planned({ view, zone }: { view: RoomView; zone: string }) {
  const { t } = useTranslation()
  const cancelling = useDo(cancelRoom, [readRoom, listRooms, listMyRooms])
  const [sheet, setSheet] = useState<'change' | 'cancel' | null>(null)
  const changeable = view.state === 'planned' || view.state === 'open'
  const own = view.link
  return (
    <Page
      title={view.title}
      lead={
        <>
          {t(`rooms.kinds.${view.kind}`)} · <When at={view.startsAt} zone={zone} /> ·{' '}
          {t('rooms.minutes', { count: view.minutes })}
          {view.group ? ` · ${view.group}` : ''} · {t('rooms.leads', { name: view.leader })}
        </>
      }
      actions={
        changeable ? (
          <>
            {own ? (
              <Button component="a" href={`/rooms/${own}`}>
                {t('rooms.enter')}
              </Button>
            ) : null}
            <Button variant="default" onClick={() => setSheet('change')}>
              {t('rooms.planned.change')}
            </Button>
            <Button variant="default" onClick={() => setSheet('cancel')}>
              {t('rooms.planned.cancel')}
            </Button>
          </>
        ) : null
      }
    >
      {sheet === 'change' ? <PlanSheet room={view} zone={zone} onClose={() => setSheet(null)} /> : null}
      <Dialog
        opened={sheet === 'cancel'}
        title={t('rooms.planned.cancelTitle')}
        confirm={t('rooms.planned.cancel')}
        danger
        busy={cancelling.busy}
        onClose={() => setSheet(null)}
        onConfirm={() => void cancelling.run({ params: { rom: view.id } }).then(() => setSheet(null))}
      >
        {t('rooms.planned.cancelText')}
      </Dialog>
      <Rows gap="lg">
        <div className={classes.above}>
          <Link to="/rooms">{t('rooms.planned.back')}</Link>
          <StateMark tone={stateTone[view.state]} word={t(`rooms.states.${view.state}`)} />
        </div>
        {cancelling.failure ? <FailureNotice failure={cancelling.failure} /> : null}
        <Seats view={view} zone={zone} />
      </Rows>
    </Page>
  )
}

type Seat = RoomView['seats'][number]

function Seats({ view, zone }: { view: RoomView; zone: string }) {
  const { t, i18n } = useTranslation()
  const renewing = useDo(renewRoomLink, [readRoom])
  const [said, setSaid] = useState<'copied' | 'renewed' | null>(null)
  const time = (at: string) => moment(at, zone, i18n.language)
  const copy = async ({ link }: Seat) => {
    await navigator.clipboard.writeText(`${location.origin}/rooms/${link}`)
    setSaid('copied')
  }
  const was = ({ firstIn, lastOut }: Seat) =>
    firstIn === null
      ? t('rooms.planned.notCame')
      : lastOut === null
        ? t('rooms.planned.since', { from: time(firstIn) })
        : t('rooms.planned.fromTo', { from: time(firstIn), to: time(lastOut) })
  return (
    <Card title={t('rooms.planned.people')} lead={t('rooms.planned.lead')}>
      <Rows>
        {renewing.failure ? <FailureNotice failure={renewing.failure} /> : null}
        {said ? <Notice tone="ok" live="status" title={t(`rooms.planned.${said}`)} /> : null}
        <Table
          label={t('rooms.planned.people')}
          rows={view.seats}
          rowKey={({ id }) => id}
          columns={[
            {
              name: t('rooms.planned.name'),
              cell: (seat) => (
                <>
                  {seat.name}
                  {[
                    seat.moderator ? t('rooms.planned.leader') : '',
                    seat.removed ? t('rooms.planned.removed') : '',
                    seat.invited ? '' : t('rooms.planned.gone'),
                  ]
                    .filter(Boolean)
                    .map((word) => ` · ${word}`)
                    .join('')}
                </>
              ),
            },
            { name: t('rooms.planned.came'), cell: was },
            {
              name: t('rooms.planned.link'),
              quiet: true,
              cell: (seat) => (
                <span className={classes.actions}>
                  <Button
                    variant="default"
                    size="xs"
                    leftSection={<IconCopy size={16} aria-hidden />}
                    aria-label={t('rooms.planned.copyOf', { name: seat.name })}
                    onClick={() => void copy(seat)}
                  >
                    {t('rooms.planned.copy')}
                  </Button>
                  <Button
                    variant="default"
                    size="xs"
                    loading={renewing.busy}
                    leftSection={<IconRefresh size={16} aria-hidden />}
                    aria-label={t('rooms.planned.renewOf', { name: seat.name })}
                    onClick={() =>
                      void renewing
                        .run({ params: { rom: view.id, id: seat.id } })
                        .then(({ ok }) => ok && setSaid('renewed'))
                    }
                  >
                    {t('rooms.planned.renew')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </Rows>
    </Card>
  )
}
