import { Button, Checkbox } from '@mantine/core'
import { acknowledgeRoomRules, type MyRoom, readMyRoom } from '@ochno/contract/rooms'
import type { Id } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { Devices, type Chosen } from './devices.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { RoomScreen } from './room-screen.tsx'
import type { Gone } from './line.ts'
import classes from './rooms.module.css'

/** A door that is still closed opens by itself. */
const LOOK_MS = 10_000
type Left = Gone | 'refused' | 'left'

/** /rooms/lnk_…: the rules, the own devices, and through. */
export function DoorPage() {
  const { link } = useParams({ strict: false }) as { link: Id<'lnk'> }
  const [inside, setInside] = useState<Chosen | null>(null)
  const [left, setLeft] = useState<Left | null>(null)
  const load = useLoad(readMyRoom, { params: { lnk: link } }, { enabled: !inside, everyMs: LOOK_MS })
  const me = useMe()
  if (inside && load.is === 'ready')
    return (
      <RoomScreen
        link={link}
        title={load.value.title}
        given={inside}
        onLeft={(why) => {
          setInside(null)
          setLeft(why)
        }}
      />
    )
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <div>
      <LoadView load={load} rows={6}>
        {(room) => <Door room={room} zone={zone} left={left} onEnter={setInside} />}
      </LoadView>
    </div>
  )
}

function Door({
  room,
  zone,
  left,
  onEnter,
}: {
  room: MyRoom
  zone: string
  left: Left | null
  onEnter: (chosen: Chosen) => void
}) {
  const { t, i18n } = useTranslation()
  const [helping, setHelping] = useState(false)
  const [chosen, setChosen] = useState<Chosen>({ microphone: null, camera: null })
  const open = useRef<Chosen | null>(null)
  open.current = chosen
  // Whoever goes elsewhere leaves no camera on behind them.
  useEffect(
    () => () => {
      for (const track of Object.values(open.current ?? {})) track?.stop()
    },
    [],
  )
  const enter = () => {
    onEnter(chosen)
    open.current = null
  }
  const over = room.state === 'over' || room.state === 'cancelled'
  const ready = room.refusal === null
  return (
    <Page
      title={room.title}
      width="narrow"
      lead={
        <>
          {t(`rooms.kinds.${room.kind}`)} · <When at={room.startsAt} zone={zone} /> ·{' '}
          {t('rooms.minutes', { count: room.minutes })} ·{' '}
          {room.moderator ? t('rooms.youLead') : t('rooms.leads', { name: room.leader })}
        </>
      }
    >
      <Rows gap="lg">
        <div className={classes.above}>
          <Link to="/rooms">{t('rooms.door.back')}</Link>
          <Button variant="subtle" size="compact-md" onClick={() => setHelping(true)}>
            {t('rooms.door.help')}
          </Button>
        </div>
        {helping ? <HelpSheet onClose={() => setHelping(false)} /> : null}
        {left ? (
          <Notice
            tone={left === 'left' || left === 'ended' ? 'info' : 'warn'}
            live="status"
            title={t(`rooms.gone.${left}`)}
          >
            {left === 'removed' ? t('rooms.gone.removedText') : null}
          </Notice>
        ) : null}
        {!left && room.refusal && room.refusal !== 'rules_unread' ? (
          <Notice
            tone={room.refusal === 'room_not_open' ? 'info' : 'warn'}
            live="status"
            title={t(`rooms.refusal.${room.refusal}`)}
          >
            {room.refusal === 'room_not_open'
              ? t('rooms.opens', { at: moment(room.opensAt, zone, i18n.language) })
              : null}
          </Notice>
        ) : null}
        {over ? null : <Rules room={room} zone={zone} />}
        {ready ? (
          <Card title={t('rooms.door.devices')} lead={t('rooms.door.devicesText')}>
            <Rows>
              <Devices chosen={chosen} onChange={setChosen} />
              <Bar>
                <Button size="md" onClick={enter}>
                  {t(left ? 'rooms.gone.again' : 'rooms.door.enter')}
                </Button>
              </Bar>
            </Rows>
          </Card>
        ) : null}
      </Rows>
    </Page>
  )
}

/** R0-3.3: rules, what is needed, how strangers are kept out; once for each edition. */
function Rules({ room, zone }: { room: MyRoom; zone: string }) {
  const { t, i18n } = useTranslation()
  const { rules } = room
  const reading = useDo(acknowledgeRoomRules, [readMyRoom])
  const [read, setRead] = useState(false)
  const text = (
    <Rows>
      <p className={classes.text}>{rules.text}</p>
      <div>
        <h3 className={classes.small}>{t('rooms.door.requirements')}</h3>
        <p className={classes.text}>{rules.requirements}</p>
        <p>
          <Link to="/technical-requirements">{t('rooms.door.requirementsAll')}</Link>
          {' · '}
          <Link to="/equipment">{t('rooms.door.selfTest')}</Link>
        </p>
      </div>
      <div>
        <h3 className={classes.small}>{t('rooms.door.protection')}</h3>
        <p className={classes.text}>{rules.protection}</p>
        <p className={classes.text}>{t('rooms.door.protectionMore')}</p>
      </div>
    </Rows>
  )
  if (rules.readAt)
    return (
      <details className={classes.fold}>
        <summary>
          {t('rooms.door.rules')}
          <span className={classes.quiet}>
            {' · '}
            {t('rooms.door.readDone', { at: moment(rules.readAt, zone, i18n.language) })}
          </span>
        </summary>
        {text}
      </details>
    )
  return (
    <Card title={t('rooms.door.rules')}>
      <Rows>
        {rules.changed ? <Notice tone="info" title={t('rooms.door.rulesNew')} /> : null}
        {text}
        {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
        <Checkbox
          label={t('rooms.door.read')}
          checked={read}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
        <Bar>
          <Button
            disabled={!read}
            loading={reading.busy}
            onClick={() => void reading.run({ params: { lnk: room.link }, body: { edition: rules.edition } })}
          >
            {t('rooms.door.go')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}
