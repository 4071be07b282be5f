import { Button } from '@mantine/core'
import type { TimelineView } from '@ochno/contract/watch'
import { useTranslation } from 'react-i18next'
import { clock } from '../../ui/clock.ts'
import { Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './review.module.css'

const whys = ['sleep', 'storage_lost', 'device_lost', 'share_ended', 'crash'] as const
const LISTED = 50

export function CoverageCard({ timeline, onGo }: { timeline: TimelineView; onGo: (ms: number) => void }) {
  const { t } = useTranslation()
  return (
    <Card title={t('reviewer.coverage.title')}>
      <Rows gap="lg">
        {/* A call lasts as long as it lasts: it is no share of the exam. */}
        {timeline.tracks
          .filter(({ tid }) => tid !== 'call')
          .map((track) => {
            const percent = Math.floor(track.coverage * 1000) / 10
            return (
              <section key={track.tid}>
                <div className={classes.covered}>
                  <h3 className={classes.trackName}>{t(`reviewer.coverage.${track.tid as 'cam'}`)}</h3>
                  <span>{t('reviewer.coverage.value', { percent })}</span>
                  <StateMark
                    quiet
                    tone={track.gaps.length ? 'warn' : 'ok'}
                    word={
                      track.gaps.length
                        ? t('reviewer.coverage.gaps', { count: track.gaps.length })
                        : t('reviewer.coverage.noGaps')
                    }
                  />
                </div>
                <ul className={classes.gapList}>
                  {track.gaps.slice(0, LISTED).map((gap) => (
                    <li key={gap.fromMs}>
                      <span>
                        {t('reviewer.coverage.gap', {
                          from: clock(gap.fromMs),
                          to: clock(gap.toMs),
                          why: t(`reviewer.coverage.why.${whys.find((why) => why === gap.why) ?? 'unknown'}`),
                        })}
                      </span>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => onGo(Math.max(0, gap.fromMs - 3000))}
                      >
                        {t('reviewer.coverage.go')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          })}
      </Rows>
    </Card>
  )
}
