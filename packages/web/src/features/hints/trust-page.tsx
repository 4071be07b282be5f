import { Anchor, Button } from '@mantine/core'
import { type MachineReport, readHints } from '@ochno/contract/hints'
import { reviewId } from '@ochno/contract/ids'
import { readTrust, scoreAgain, type TrustView } from '@ochno/contract/trust'
import type { SessionId } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { TrustPoints, TrustReasons, useTrustNumber } from '../../ui/trust-reasons.tsx'
import { When } from '../../ui/when.tsx'
import classes from './hints.module.css'

/** Who came from the desk of a review goes back to it, at the hint; everybody else to the recording, at the moment. */
function momentOf(session: string, hint: number, fromMs: number) {
  const review = new URLSearchParams(location.search).get('review')
  return review && reviewId.safeParse(review).success
    ? { to: `/reviews/${review}`, search: { hint } as never }
    : { to: `/recordings/${session}`, search: { at: Math.round(fromMs) } as never }
}

/** The trust score of one session: what it is made of, point by point. */
export function TrustPage() {
  const { t } = useTranslation()
  const { session } = useParams({ strict: false }) as { session: SessionId }
  const load = useLoad(readTrust, { params: { sid: session } })
  const hints = useLoad(readHints, { params: { sid: session } })
  return (
    <Page
      title={t('hints.trust.title')}
      lead={t('hints.trust.lead')}
      width="narrow"
      actions={
        <Button component={Link} to={`/recordings/${session}`} variant="default">
          {t('hints.trust.toRecording')}
        </Button>
      }
    >
      <LoadView load={load} rows={6}>
        {({ trust }) =>
          trust ? (
            <Rows gap="lg">
              <Score trust={trust} />
              {hints.is === 'ready' ? (
                <>
                  <Unseen unseen={hints.value.unseen} />
                  <Devices machine={hints.value.machine} />
                </>
              ) : null}
            </Rows>
          ) : (
            <Notice tone="info" title={t('hints.trust.none')}>
              {t('hints.trust.noneText')}
            </Notice>
          )
        }
      </LoadView>
    </Page>
  )
}

function Score({ trust }: { trust: TrustView }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const again = useDo(scoreAgain, [readTrust])
  const commission = me.is === 'ready' && me.value.roles.includes('commission')
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const number = useTrustNumber()
  const said = (ms: number) =>
    new Intl.DateTimeFormat(i18n.language, { timeZone: zone, dateStyle: 'long', timeStyle: 'medium' }).format(
      ms,
    )
  const rescore = (version: string) => void again.run({ params: { sid: trust.session }, body: { version } })
  return (
    <>
      <Card>
        <TrustPoints points={trust.points} band={trust.band} />
        <p>{t('hints.trust.made', { version: trust.version })}</p>
        {trust.means.length > 0 ? (
          <p>
            {t('hints.trust.means', {
              list: trust.means.map((one) => t(`hints.means.${one as 'camera'}`)).join(', '),
            })}
          </p>
        ) : null}
        {commission && trust.newest !== trust.version ? (
          <Button variant="default" loading={again.busy} onClick={() => rescore(trust.newest)}>
            {t('hints.trust.again', { version: trust.newest })}
          </Button>
        ) : null}
        {again.failure ? <FailureNotice failure={again.failure} /> : null}
      </Card>
      <Card
        title={t('hints.trust.reasons')}
        lead={trust.reasons.length ? undefined : t('hints.trust.noReasons')}
      >
        <TrustReasons
          reasons={trust.reasons}
          place={({ hint, fromMs, wording }) => (
            <Anchor
              underline="always"
              component={Link}
              {...momentOf(trust.session, hint, fromMs)}
              aria-label={t('hints.trust.goLong', { wording, at: said(fromMs) })}
            >
              {said(fromMs)}
            </Anchor>
          )}
        />
      </Card>
      {trust.earlier.length > 0 ? (
        <Card title={t('hints.trust.earlier')}>
          <ul className={classes.rows}>
            {trust.earlier.map(({ version, points, at }) => (
              <li key={at} className={classes.row}>
                <span className={classes.wording}>
                  <When at={at} zone={zone} /> · {t('hints.trust.version', { version })}
                </span>
                <span className={classes.number}>{t('hints.trust.points', { points: number(points) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}

/** TR-73: by name, so that nobody reads «no hint» as «it did not happen». */
function Unseen({ unseen }: { unseen: readonly { readonly code: string; readonly wording: string }[] }) {
  const { t } = useTranslation()
  return unseen.length === 0 ? null : (
    <Notice tone="info" title={t('hints.trust.unseen', { count: unseen.length })}>
      <p>{t('hints.trust.unseenText')}</p>
      <ul className={classes.told}>
        {unseen.map(({ code, wording }) => (
          <li key={code}>{wording}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** T-04: what the pictures and the sound came from. */
function Devices({ machine }: { machine: MachineReport | null }) {
  const { t } = useTranslation()
  return machine === null ? null : (
    <Card title={t('hints.trust.devices')} lead={t('hints.trust.devicesLead')}>
      <dl className={classes.devices}>
        {(['camera', 'microphone'] as const).map((device) => (
          <div key={device} className={classes.row}>
            <dt>{t(`hints.trust.${device}`)}</dt>
            <dd>{machine[device] ?? t('hints.trust.unnamed')}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
