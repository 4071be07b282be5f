import { Anchor } from '@mantine/core'
import { readTrust } from '@ochno/contract/trust'
import type { SessionId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { TrustPoints, TrustReasons } from '../../ui/trust-reasons.tsx'
import classes from './talk.module.css'

const AGAIN_MS = 5_000
/** The latest are shown, the others counted. */
const AT_ONCE = 4

/** R0-2.5a.2: the score as it stands while the exam runs, each reason a way back to its moment. */
export function TrustHere({
  session,
  began,
  onMoment,
}: {
  readonly session: string
  /** From here on times are counted. */
  readonly began: string | null
  readonly onMoment: (fromMs: number) => void
}) {
  const { t } = useTranslation()
  const load = useLoad(readTrust, { params: { sid: session as SessionId } }, { everyMs: AGAIN_MS })
  if (load.is !== 'ready' || load.value.trust === null) return null
  const { points, band, reasons } = load.value.trust
  const latest = reasons.toSorted((a, b) => b.fromMs - a.fromMs).slice(0, AT_ONCE)
  const zeroMs = began ? Date.parse(began) : (latest.at(-1)?.fromMs ?? 0)
  return (
    <section className={`${classes.permitted} ${classes.trust}`} aria-label={t('hints.trust.title')}>
      <p className={classes.meta}>{t('hints.trust.short')}</p>
      <TrustPoints small points={points} band={band} />
      <TrustReasons
        reasons={latest}
        place={({ fromMs, wording }) => {
          const at = clock(Math.max(0, fromMs - zeroMs))
          return (
            <Anchor
              underline="always"
              component="button"
              type="button"
              aria-label={t('hints.trust.goLong', { wording, at })}
              onClick={() => onMoment(fromMs)}
            >
              {at}
            </Anchor>
          )
        }}
      />
      {reasons.length > AT_ONCE ? (
        <p className={classes.meta}>{t('hints.trust.rest', { count: reasons.length - AT_ONCE })}</p>
      ) : null}
    </section>
  )
}
