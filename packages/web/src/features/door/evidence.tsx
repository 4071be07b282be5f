import { type DoorCase, viewDoorFrame, viewEvidence } from '@ochno/contract/door'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import classes from './door.module.css'

type Shown = DoorCase['evidence'][number]
type Opened = { readonly is: 'opening' | 'failed' } | { readonly is: 'open'; readonly address: string }

/** Opened once; the server writes the look into its journal before it sends a byte. */
function useEvidence(session: DoorCase['session'], id: string): Opened {
  const [opened, setOpened] = useState<Opened>({ is: 'opening' })
  useEffect(() => {
    const abort = new AbortController()
    let address: string | null = null
    call(viewEvidence, { params: { sid: session, evidence: id } }, abort.signal)
      .then((answer) => {
        if (abort.signal.aborted) return
        if (!answer.ok) return setOpened({ is: 'failed' })
        address = URL.createObjectURL(answer.body)
        setOpened({ is: 'open', address })
      })
      .catch(() => undefined)
    return () => {
      abort.abort()
      if (address) URL.revokeObjectURL(address)
    }
  }, [session, id])
  return opened
}

export function Evidence({
  session,
  shown,
  title,
  note,
}: {
  session: DoorCase['session']
  shown: Shown
  title: string
  note: string
}) {
  const { t } = useTranslation()
  const opened = useEvidence(session, shown.id)
  return (
    <figure className={classes.evidence}>
      {opened.is === 'open' ? (
        shown.kind === 'image/jpeg' ? (
          <img src={opened.address} alt={title} />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: a name said aloud, compared with the account beside it.
          <audio controls src={opened.address} aria-label={title} />
        )
      ) : (
        <div className={classes.blank} role="status">
          {t(opened.is === 'failed' ? 'door.proctor.pictureFailed' : 'door.proctor.loadingPicture')}
        </div>
      )}
      <figcaption>
        <strong>{title}</strong>
        <span className={classes.quiet}>{note}</span>
      </figcaption>
    </figure>
  )
}

const EVERY_MS = 2_000

/** The person as the camera sees them now, renewed every other second. */
export function LiveFace({ session, on }: { session: DoorCase['session']; on: boolean }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!on) return setAddress(null)
    const abort = new AbortController()
    let last: string | null = null
    let busy = false
    const look = async () => {
      if (busy) return
      busy = true
      try {
        const answer = await call(viewDoorFrame, { params: { sid: session } }, abort.signal)
        if (abort.signal.aborted) return
        const next = answer.ok ? URL.createObjectURL(answer.body) : null
        setAddress(next)
        if (last) URL.revokeObjectURL(last)
        last = next
      } catch {
        // Asked again in a moment.
      } finally {
        busy = false
      }
    }
    const timer = setInterval(() => void look(), EVERY_MS)
    void look()
    return () => {
      abort.abort()
      clearInterval(timer)
      if (last) URL.revokeObjectURL(last)
    }
  }, [session, on])
  return (
    <figure className={classes.evidence}>
      {address ? (
        <img src={address} alt={t('door.proctor.now')} />
      ) : (
        <div className={classes.blank} role="status">
          {t('door.proctor.noFrame')}
        </div>
      )}
      <figcaption>
        <strong>{t('door.proctor.now')}</strong>
      </figcaption>
    </figure>
  )
}
