import { Switch } from '@mantine/core'
import type { ReviewDesk } from '@ochno/contract/review'
import type { Span } from '@ochno/domain/recording/coverage'
import { skimProof } from '@ochno/domain/review/skim'
import { useTranslation } from 'react-i18next'
import { clock } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import classes from './desk.module.css'
import { partsOf } from './use-skim.ts'

type ProgressCardProps = {
  readonly desk: ReviewDesk
  readonly percent: number
  /** By the server's clock, this page's own included. */
  readonly played: readonly Span[]
  readonly unsaved: boolean
  readonly skim: boolean
  readonly zeroMs: number
  readonly onSkim: (on: boolean) => void
  readonly onGo: (ms: number) => void
}

/** R1-5.2c: how much was really watched and answered; and the account of the short way, with nothing skipped that is not named. */
export function ProgressCard({
  desk,
  percent,
  played,
  unsaved,
  skim,
  zeroMs,
  onSkim,
  onGo,
}: ProgressCardProps) {
  const { t } = useTranslation()
  const { progress, hints } = desk
  const parts = partsOf(desk)
  const { playMs, skipMs, owedMs, passedOver } = skimProof(parts, played)
  const all = hints.length
  const partly = hints.filter(({ no }) => progress.judgedUnseen.includes(no))
  return (
    <Card title={t('review.desk.progressTitle')}>
      <Rows gap="sm">
        {unsaved ? <Notice tone="warn" title={t('review.desk.notSaved')} live="status" /> : null}
        <div className={classes.figures}>
          <StateMark tone="info" quiet word={t('review.desk.watched', { percent })} />
          <StateMark
            tone={progress.unresolved.length > 0 ? 'warn' : 'ok'}
            quiet
            word={t('review.desk.resolved', { done: all - progress.unresolved.length, all })}
          />
        </div>
        {partly.length > 0 ? (
          <p className={classes.quiet}>
            {t('review.desk.partly', { list: partly.map(({ fromMs }) => clock(fromMs - zeroMs)).join(', ') })}
          </p>
        ) : null}
        <Switch
          label={t('review.desk.skim')}
          aria-keyshortcuts="S"
          checked={skim}
          onChange={(event) => onSkim(event.currentTarget.checked)}
        />
        <p className={classes.quiet}>
          {skipMs === 0
            ? t('review.desk.skimNothing')
            : t('review.desk.skimOn', { play: clock(playMs), all: clock(playMs + skipMs) })}
          {owedMs > 0 ? `. ${t('review.desk.skimOwed', { time: clock(owedMs) })}` : null}
          {owedMs === 0 && skipMs > 0
            ? `. ${t('review.desk.skimDone')}. ${t('review.desk.skimSkipped', { count: passedOver.length })}`
            : null}
          {'.'}
        </p>
        {skipMs > 0 ? (
          <details>
            <summary>{t('review.desk.skimList')}</summary>
            <ul className={classes.parts}>
              {parts.map(({ from, to, why }) => (
                <li key={from} data-quiet={why === 'quiet' || undefined}>
                  <button type="button" className={classes.link} onClick={() => onGo(from - zeroMs)}>
                    {t('review.desk.range', { from: clock(from - zeroMs), to: clock(to - zeroMs) })}
                  </button>{' '}
                  {t(`review.desk.skimWhy.${why}`)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Rows>
    </Card>
  )
}
