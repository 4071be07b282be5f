import type { ReviewDesk, ReviewHint } from '@ochno/contract/review'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import { moment } from '../../../ui/moment.ts'
import classes from './desk.module.css'

type Lowering = ReviewHint['lowered'][number]

/** The hint beside how the person began: it may only take away from what the machine noticed. */
export function BaselineNote({
  baseline,
  hint,
  zone,
}: {
  baseline: ReviewDesk['baseline']
  hint: ReviewHint
  zone: string
}) {
  const { t, i18n } = useTranslation()
  const word = (one: Lowering): string => {
    switch (one.why) {
      case 'light_from_start':
        return t('review.baseline.light_from_start', {
          fault: t(`review.baseline.faults.${one.fault as 'dark'}`),
        })
      case 'noise_from_start':
        return t('review.baseline.noise_from_start', { percent: one.percent })
      case 'quiet_from_start':
        return t('review.baseline.quiet_from_start', { percent: one.percent })
      case 'camera_from_start':
        return t('review.baseline.camera_from_start', one)
      case 'usual_all_along':
        return t('review.baseline.usual_all_along', { count: one.times })
    }
  }
  return (
    <>
      {hint.lowered.length > 0 ? (
        <Notice tone="info" title={t('review.baseline.lowered')}>
          {hint.lowered.map((one) => (
            <p key={one.why} className={classes.said}>
              {word(one)}
            </p>
          ))}
        </Notice>
      ) : null}
      <p className={classes.quiet}>
        {baseline
          ? `${t('review.baseline.began', { at: moment(baseline.at, zone, i18n.language) })} ${[
              baseline.light === null
                ? null
                : baseline.lightFault
                  ? t(`review.baseline.faults.${baseline.lightFault as 'dark'}`)
                  : t('review.baseline.lightGood'),
              baseline.speech === null
                ? t('review.baseline.noVoice')
                : t('review.baseline.voice', { speech: baseline.speech, silence: baseline.silence ?? 0 }),
              baseline.camera ? t('review.baseline.camera', baseline.camera) : null,
            ]
              .filter(Boolean)
              .join(', ')}.`
          : t('review.baseline.none')}
      </p>
    </>
  )
}
