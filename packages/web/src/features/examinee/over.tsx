import type { RecorderState } from '@ochno/capture'
import type { SessionView } from '@ochno/contract/sessions'
import { Anchor, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card } from '../../ui/page.tsx'
import { Door } from './door.tsx'
import { MyViewersCard } from './my-viewers-card.tsx'
import { SendingView } from './sending-view.tsx'
import { Told } from './told.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'

/** After the end: first what is still to be sent, then that all of it has arrived. */
export function Over({
  session,
  zone,
  sending,
  unsent = false,
}: {
  session: SessionView
  zone: string
  sending: RecorderState | null
  unsent?: boolean
}) {
  const { t, i18n } = useTranslation()
  const most = useRef(0)
  const waits = unsent && sending !== null && sending.phase !== 'finished'
  useLeaveWarning(waits)
  if (waits) {
    most.current = Math.max(most.current, sending.backlog.bytes)
    return (
      <Door>
        <SendingView
          title={session.exam.title}
          leftBytes={sending.backlog.bytes}
          totalBytes={most.current}
          offline={sending.lane === null && sending.lastReceiptMs !== null}
        />
      </Door>
    )
  }
  const missed = session.authorizedAt === null
  return (
    <Door>
      {session.state === 'cancelled' ? (
        <Told tone="info" title={t('amendments.examinee.title')} text={t('amendments.examinee.text')}>
          {session.endReason ? <p>{t('amendments.examinee.why', { why: session.endReason })}</p> : null}
        </Told>
      ) : missed ? (
        <Told
          tone="info"
          title={t('exam.over.missedTitle')}
          text={t('exam.over.missedText', { at: moment(session.closesAt, zone, i18n.language) })}
        />
      ) : (
        <Told
          tone="ok"
          title={t('exam.over.doneTitle')}
          text={
            session.endCause === 'withdrawn'
              ? t('exam.over.doneWithdrawn')
              : session.endCause === 'technical'
                ? t('exam.over.doneTechnical')
                : session.endCause === 'auto' && !session.endReason
                  ? t('exam.over.doneAuto')
                  : t('exam.over.doneText')
          }
        >
          {session.endReason ? (
            <Notice tone="info" title={t('exam.over.stopped')}>
              {t('exam.over.reason', { reason: session.endReason })}
            </Notice>
          ) : null}
          <Card title={t('exam.over.kept')}>
            <Text>{t('exam.over.keptText')}</Text>
            <Text mt="md">
              <Anchor href={`/api/my/sessions/${session.id}/receipts`} download>
                {t('exam.over.receipts')}
              </Anchor>
            </Text>
            <Text c="dimmed" size="sm">
              {t('exam.over.receiptsText')}
            </Text>
          </Card>
          <MyViewersCard session={session.id} zone={zone} />
        </Told>
      )}
    </Door>
  )
}
