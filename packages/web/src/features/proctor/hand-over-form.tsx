import { Button, Select, Textarea } from '@mantine/core'
import {
  answerOffer,
  listColleagues,
  listOffers,
  type StandingView,
  sayToExaminee,
} from '@ochno/contract/conduct'
import { readWall } from '@ochno/contract/watch'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { IconUserShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { changedBySaying } from './use-talk.ts'

/** A seat goes to another proctor when that one takes it; until then it stays here. */
export function HandOverForm({ session }: { session: string }) {
  const { t } = useTranslation()
  const colleagues = useLoad(listColleagues, {})
  const say = useDo(sayToExaminee, changedBySaying)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (to === null) return
    const body = { kind: 'offer', to: to as AccountId, reason } as const
    const answer = await say.run({ params: { sid: session as SessionId }, body })
    if (!answer.ok) return
    setTo(null)
    setReason('')
  }
  const rows = colleagues.is === 'ready' ? colleagues.value.rows : []
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {say.failure ? <FailureNotice failure={say.failure} /> : null}
        <p>{t('wall.offer.text')}</p>
        <Select
          label={t('wall.offer.to')}
          searchable
          nothingFoundMessage={t('wall.offer.nobody')}
          data={rows.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onChange={setTo}
        />
        <Textarea
          label={t('proctor.talk.reason')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={say.busy}
          disabled={to === null || !reason.trim()}
          leftSection={<IconUserShare size={18} aria-hidden />}
        >
          {t('wall.offer.send')}
        </Button>
      </Rows>
    </form>
  )
}

/** The giver's own offer, while nobody has answered it. */
export function TakeBack({ session, offer }: { session: string; offer: NonNullable<StandingView['offer']> }) {
  const { t } = useTranslation()
  const colleagues = useLoad(listColleagues, {})
  const say = useDo(sayToExaminee, changedBySaying)
  const name =
    colleagues.is === 'ready' ? (colleagues.value.rows.find(({ id }) => id === offer.to)?.name ?? '') : ''
  const body = { kind: 'offer_end', of: offer.seq, is: 'withdrawn' } as const
  return (
    <Notice
      tone="info"
      title={t('wall.offer.waiting', { name })}
      action={
        <Button
          size="compact-sm"
          variant="default"
          disabled={say.busy}
          onClick={() => void say.run({ params: { sid: session as SessionId }, body })}
        >
          {t('wall.offer.withdraw')}
        </Button>
      }
    >
      {say.failure ? <FailureNotice failure={say.failure} /> : t('wall.offer.stillYours')}
    </Notice>
  )
}

/** Seats that colleagues ask to take over, above the wall. */
export function OffersToMe() {
  const { t } = useTranslation()
  const offers = useLoad(listOffers, {}, { everyMs: 5_000 })
  const answer = useDo(answerOffer, [listOffers, readWall])
  const rows = offers.is === 'ready' ? offers.value.rows : []
  return rows.map(({ session, seq, examinee, exam, from, reason }) => {
    const end = (is: 'accepted' | 'declined') =>
      void answer.run({ params: { sid: session, seq }, body: { is } })
    return (
      <Notice
        key={`${session} ${seq}`}
        tone="info"
        live="status"
        title={t('wall.offer.asks', { from, examinee })}
        action={
          <Bar>
            <Button size="compact-sm" color="accent.7" disabled={answer.busy} onClick={() => end('accepted')}>
              {t('wall.offer.accept')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={answer.busy}
              onClick={() => end('declined')}
            >
              {t('wall.offer.decline')}
            </Button>
          </Bar>
        }
      >
        <p>{t('wall.offer.why', { exam, reason })}</p>
        {answer.failure ? <FailureNotice failure={answer.failure} /> : null}
      </Notice>
    )
  })
}
