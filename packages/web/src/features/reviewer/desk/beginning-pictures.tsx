import { type BeginningView, readBeginning, viewBeginning } from '@ochno/contract/controls'
import type { ReviewId } from '@ochno/domain/ids'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/client.ts'
import { useLoad } from '../../../api/load.ts'
import { clockAt } from '../../../ui/clock-at.ts'
import { Watermark } from '../../../ui/watermark.tsx'
import classes from './desk.module.css'

type Picture = BeginningView['pictures'][number]
type Opened = { readonly is: 'opening' | 'failed' } | { readonly is: 'open'; readonly address: string }

/** Beside the moment of a hint: the same person and room before the exam. They are asked for when a hint is looked at. */
export function BeginningPictures({
  review,
  viewer,
  zone,
}: {
  readonly review: string
  readonly viewer: string
  readonly zone: string
}) {
  const { t } = useTranslation()
  const load = useLoad(readBeginning, { params: { rid: review as ReviewId } })
  if (load.is !== 'ready') return null
  const { why, pictures } = load.value
  if (why !== null) return <p className={classes.quiet}>{t(`review.beginning.why.${why}`)}</p>
  return (
    <section aria-label={t('review.beginning.title')}>
      <p className={classes.quiet}>{t('review.beginning.title')}</p>
      <ul className={classes.beginning}>
        {pictures.map((one) => (
          <li key={one.id}>
            <BeginningPicture {...{ review, viewer, zone, one }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The server writes each look into its journal before it sends a byte. */
function usePicture(review: string, evidence: string): Opened {
  const [opened, setOpened] = useState<Opened>({ is: 'opening' })
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    call(viewBeginning, { params: { rid: review as ReviewId, evidence } }, stop.signal)
      .then((answer) => {
        if (stop.signal.aborted) return
        if (!answer.ok) return setOpened({ is: 'failed' })
        made = URL.createObjectURL(answer.body)
        setOpened({ is: 'open', address: made })
      })
      .catch(() => undefined)
    return () => {
      stop.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [review, evidence])
  return opened
}

function BeginningPicture({
  review,
  viewer,
  zone,
  one,
}: {
  readonly review: string
  readonly viewer: string
  readonly zone: string
  readonly one: Picture
}) {
  const { t } = useTranslation()
  const opened = usePicture(review, one.id)
  const name = t(`review.beginning.steps.${one.step as 'face'}`)
  return (
    <figure className={classes.before}>
      <span className={classes.beforeFrame}>
        {opened.is === 'open' ? (
          <>
            <img src={opened.address} alt={name} draggable={false} />
            <Watermark name={viewer} zone={zone} />
          </>
        ) : (
          <span role="status">
            {t(opened.is === 'failed' ? 'review.beginning.failed' : 'review.beginning.opening')}
          </span>
        )}
      </span>
      <figcaption>
        {name}, {clockAt(one.takenAt, zone)}
      </figcaption>
    </figure>
  )
}
