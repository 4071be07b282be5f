import { listPhotos, type PhotoSheet, readPhoto } from '@ochno/contract/photos'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { Watermark } from '../../ui/watermark.tsx'
import classes from './photos.module.css'

type PhotosCardProps = {
  readonly session: string
  readonly view: string
  readonly viewer: string
  readonly zone: string
  readonly onGo: (ms: number) => void
}

/** R1-7.2a: the contact sheet; a photograph leads to its moment of the video. */
export function PhotosCard({ session, view, viewer, zone, onGo }: PhotosCardProps) {
  const { t } = useTranslation()
  const load = useLoad(listPhotos, { params: { sid: session as SessionId }, query: { view } })
  const none = load.is === 'ready' && load.value.everyS === null && load.value.photos.length === 0
  if (none) return null
  return (
    <Card title={t('reviewer.photos.title')} lead={t('reviewer.photos.lead')}>
      <LoadView load={load}>
        {(sheet) => (
          <Rows>
            {sheet.gaps.length ? (
              <Notice tone="warn" title={t('reviewer.photos.gaps')}>
                {sheet.gaps.map(({ fromMs, toMs }) => (
                  <p key={fromMs} className={classes.gap}>
                    {clock(fromMs)}–{clock(toMs)}
                  </p>
                ))}
              </Notice>
            ) : null}
            {sheet.photos.length ? (
              <ol className={classes.sheet}>
                {sheet.photos.map((photo) => (
                  <li key={photo.seq}>
                    <Photo photo={photo} {...{ session, view, viewer, zone, onGo }} />
                  </li>
                ))}
              </ol>
            ) : (
              <p>{t('reviewer.photos.none')}</p>
            )}
          </Rows>
        )}
      </LoadView>
    </Card>
  )
}

function Photo({
  photo,
  session,
  view,
  viewer,
  zone,
  onGo,
}: PhotosCardProps & { readonly photo: PhotoSheet['photos'][number] }) {
  const { t } = useTranslation()
  const place = useRef<HTMLButtonElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  // Each is journalled when it is asked for: only what comes into sight is.
  useEffect(() => {
    let made: string | null = null
    const stop = new AbortController()
    const ask = async () => {
      const answer = await call(
        readPhoto,
        { params: { sid: session as SessionId, seq: photo.seq }, query: { view } },
        stop.signal,
      ).catch(() => null)
      if (!answer?.ok || stop.signal.aborted) return
      made = URL.createObjectURL(new Blob([await answer.body.arrayBuffer()], { type: 'image/jpeg' }))
      setAddress(made)
    }
    const sight = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      sight.disconnect()
      void ask()
    })
    if (place.current) sight.observe(place.current)
    return () => {
      stop.abort()
      sight.disconnect()
      if (made) URL.revokeObjectURL(made)
    }
  }, [session, view, photo.seq])
  const at = clockAt(photo.at, zone)
  return (
    <button ref={place} type="button" className={classes.photo} onClick={() => onGo(photo.atMs)}>
      <span className={classes.frame}>
        {address ? <img src={address} alt={t('reviewer.photos.alt', { at })} draggable={false} /> : null}
        <Watermark name={viewer} zone={zone} />
      </span>
      <span>{at}</span>
    </button>
  )
}
