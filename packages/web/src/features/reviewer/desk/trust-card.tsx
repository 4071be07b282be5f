import { Anchor, Button } from '@mantine/core'
import type { ReviewDesk } from '@ochno/contract/review'
import { readTrust } from '@ochno/contract/trust'
import type { SessionId } from '@ochno/domain/ids'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { clock } from '../../../ui/clock.ts'
import { Card, Rows } from '../../../ui/page.tsx'
import { TrustPoints, TrustReasons } from '../../../ui/trust-reasons.tsx'
import classes from './desk.module.css'

const AGAIN_MS = 10_000

/** R0-2.5a.2: the score with what each point was taken for, beside the pictures it was taken from. */
export function TrustCard({
  review: { id, session },
  zeroMs,
  onHint,
}: {
  readonly review: Pick<ReviewDesk['review'], 'id' | 'session'>
  readonly zeroMs: number
  readonly onHint: (no: number) => void
}) {
  const { t } = useTranslation()
  const load = useLoad(readTrust, { params: { sid: session as SessionId } }, { everyMs: AGAIN_MS })
  if (load.is !== 'ready' || load.value.trust === null) return null
  const { points, band, reasons } = load.value.trust
  return (
    <Card
      title={t('hints.trust.title')}
      actions={
        <Button
          component={Link}
          to={`/trust/${session}`}
          search={{ review: id } as never}
          variant="default"
          size="compact-md"
        >
          {t('hints.trust.all')}
        </Button>
      }
    >
      <Rows gap="sm">
        <TrustPoints small points={points} band={band} />
        <p className={classes.quiet}>{t('hints.trust.lead')}</p>
        <TrustReasons
          reasons={reasons}
          place={({ hint, fromMs, wording }) => {
            const at = clock(fromMs - zeroMs)
            return (
              <Anchor
                underline="always"
                component="button"
                type="button"
                aria-label={t('hints.trust.goLong', { wording, at })}
                onClick={() => onHint(hint)}
              >
                {at}
              </Anchor>
            )
          }}
        />
      </Rows>
    </Card>
  )
}
