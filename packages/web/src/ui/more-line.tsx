import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from './failure-notice.tsx'
import classes from './more-line.module.css'

export type More = {
  /** How many there are; the list may hold fewer. */
  readonly total: number
  readonly there: boolean
  readonly busy: boolean
  readonly failure: FailureWords | null
  readonly ask: () => void
}

/** Of a list that came whole. */
export const whole = (total: number): More => ({
  total,
  there: false,
  busy: false,
  failure: null,
  ask: () => undefined,
})

/** How many of how many are shown. The rest comes as one scrolls to it, or by the button. */
export function MoreLine({ shown, more }: { shown: number; more: More }) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  const { there, busy, failure, ask } = more
  const asks = useRef(ask)
  asks.current = ask
  useEffect(() => {
    const end = line.current
    if (!end || !there || busy || failure) return
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) asks.current()
      },
      { rootMargin: AHEAD },
    )
    watch.observe(end)
    return () => watch.disconnect()
  }, [there, busy, failure])
  if (!there && shown < SAID_FROM) return null
  return (
    <div ref={line} className={classes.line}>
      <span role="status">{t('common.pages.shown', { shown, total: more.total })}</span>
      {there ? (
        <Button variant="default" loading={busy} onClick={ask}>
          {t('common.pages.more')}
        </Button>
      ) : null}
      {failure ? <FailureNotice failure={failure} /> : null}
    </div>
  )
}

/** Far enough that a hard fling does not come to the end before the next page does. */
const AHEAD = '2400px'
/** A short list is seen to be whole. */
const SAID_FROM = 20
