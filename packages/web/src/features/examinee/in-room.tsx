import type { SessionView } from '@ochno/contract/sessions'
import { useTranslation } from 'react-i18next'
import { moment } from '../../ui/moment.ts'
import { Told } from './told.tsx'

/** 004 section 2: a classroom exam is begun and ended by the proctor in the room; this page says where and when. */
export function InRoom({
  session,
  room,
  zone,
}: {
  session: SessionView
  room: NonNullable<SessionView['room']>
  zone: string
}) {
  const { t, i18n } = useTranslation()
  const began = session.state === 'authorized' || session.state === 'in_progress'
  return (
    <Told
      tone="info"
      title={session.exam.title}
      text={
        began
          ? t('exam.room.running')
          : t(room.name ? 'exam.room.text' : 'exam.room.textNowhere', {
              room: room.name,
              from: moment(session.opensAt, zone, i18n.language),
              to: moment(session.closesAt, zone, i18n.language),
            })
      }
    >
      {began ? null : <p>{t('exam.room.take')}</p>}
    </Told>
  )
}
