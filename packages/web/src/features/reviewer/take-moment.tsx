import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPlayer } from '../../player/session-player.ts'
import { dropTaken, subscribeTaken, take, takenFor } from '../../player/taken.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './review.module.css'

export type ForAppeal = { readonly id: string; readonly number: number }

/** Which appeal the recording is looked at for, by the address. */
export function appealAsked(search = location.search): ForAppeal | null {
  const given = new URLSearchParams(search)
  const [id, number] = [given.get('appeal') ?? '', Number(given.get('n'))]
  return /^apl_[a-z2-7]{26}$/.test(id) && Number.isSafeInteger(number) && number > 0 ? { id, number } : null
}

/** Where whoever did not open the recording came from. */
export const wayBack = (appeal: ForAppeal | null, path = location.pathname): string =>
  appeal ? `/appeals/${appeal.id}` : path.startsWith('/break-glass/') ? '/break-glass' : '/recordings'

/** T-19: the times a verdict cites are taken from what is on the screen, and come back with whoever took them. */
export function TakeMoment({
  appeal,
  player,
  zeroMs,
  zone,
}: {
  appeal: ForAppeal
  player: SessionPlayer
  zeroMs: number
  zone: string
}) {
  const { t } = useTranslation()
  const moments = useSyncExternalStore(subscribeTaken, () => takenFor(appeal.id))
  const [fromMs, setFrom] = useState<number | null>(null)
  const clock = (ms: number) => clockAt(new Date(ms).toISOString(), zone)
  const now = () => Math.round(zeroMs + player.state().atMs)
  const takeNow = () => {
    const at = now()
    const from = fromMs ?? at
    take(appeal.id, { fromMs: Math.min(from, at), toMs: Math.max(from, at) })
    setFrom(null)
  }
  return (
    <Card title={t('reviewer.take.title', { number: appeal.number })} lead={t('reviewer.take.lead')}>
      <Rows gap="sm">
        {fromMs === null ? null : <p role="status">{t('reviewer.take.begun', { at: clock(fromMs) })}</p>}
        <Bar>
          <Button variant="default" onClick={() => setFrom(now())}>
            {t('reviewer.take.begin')}
          </Button>
          <Button variant="default" onClick={takeNow}>
            {t(fromMs === null ? 'reviewer.take.moment' : 'reviewer.take.end')}
          </Button>
          <Button component={Link} to={`/appeals/${appeal.id}` as '/'}>
            {t('reviewer.take.back')}
          </Button>
        </Bar>
        {moments.length > 0 ? (
          <ul className={classes.taken}>
            {moments.map((one) => {
              const times = t('reviewer.take.span', { from: clock(one.fromMs), to: clock(one.toMs) })
              return (
                <li key={`${one.fromMs} ${one.toMs}`}>
                  {times}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('reviewer.take.drop', { times })}
                    onClick={() => dropTaken(appeal.id, one)}
                  >
                    <IconX size={18} aria-hidden />
                  </ActionIcon>
                </li>
              )
            })}
          </ul>
        ) : (
          <p className={classes.takenNone}>{t('reviewer.take.none')}</p>
        )}
      </Rows>
    </Card>
  )
}
