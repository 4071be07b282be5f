import { Button, Textarea } from '@mantine/core'
import { askWorkplace, giveUpWorkplace, type OwnWorkplace, readMyWorkplace } from '@ochno/contract/workplaces'
import type { SessionId } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './workplaces.module.css'

/** /workplace/:session, 003 4.2.5.2, 004 6.3.5. */
export function OwnWorkplacePage() {
  const { t } = useTranslation()
  const { session } = useParams({ strict: false }) as { session: SessionId }
  const load = useLoad(readMyWorkplace, { params: { sid: session } }, { everyMs: 60_000 })
  return (
    <Page title={t('workplaces.own.title')} lead={t('workplaces.own.lead')} width="narrow">
      <Rows>
        <LoadView load={load} rows={3}>
          {(own) => <Own own={own} session={session} />}
        </LoadView>
        <p>
          <Link to="/">{t('workplaces.own.home')}</Link>
        </p>
      </Rows>
    </Page>
  )
}

function Own({ own, session }: { own: OwnWorkplace; session: SessionId }) {
  const { t } = useTranslation()
  const giving = useDo(giveUpWorkplace, [readMyWorkplace])
  const giveUp = (
    <Bar>
      <Button
        variant="default"
        loading={giving.busy}
        onClick={() => void giving.run({ params: { sid: session } })}
      >
        {t('workplaces.own.giveUp')}
      </Button>
    </Bar>
  )
  if (own.state === 'booked' && own.seat)
    return (
      <Card title={t('workplaces.own.booked')}>
        <Rows>
          {giving.failure ? <FailureNotice failure={giving.failure} /> : null}
          <Seat seat={own.seat} />
          {giveUp}
        </Rows>
      </Card>
    )
  if (own.state === 'asked')
    return (
      <Card title={t('workplaces.own.asked')}>
        <Rows>
          {giving.failure ? <FailureNotice failure={giving.failure} /> : null}
          <Notice tone="info" live="status" title={t('workplaces.own.askedText')} />
          {own.wish ? <p className={classes.words}>{own.wish}</p> : null}
          {giveUp}
        </Rows>
      </Card>
    )
  return (
    <Rows>
      {own.state === 'refused' ? (
        <Notice tone="warn" live="status" title={t('workplaces.own.refused')}>
          <p className={classes.words}>{own.answer}</p>
        </Notice>
      ) : null}
      {own.offered ? (
        <Ask session={session} />
      ) : (
        <Notice tone="info" title={t('workplaces.own.notOffered')}>
          <p className={classes.words}>{t('workplaces.own.notOfferedText')}</p>
          <Link to="/help">{t('support.ask')}</Link>
        </Notice>
      )}
    </Rows>
  )
}

function Seat({ seat }: { seat: NonNullable<OwnWorkplace['seat']> }) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <dl className={classes.facts}>
      <dt>{t('workplaces.own.where')}</dt>
      <dd>
        {seat.place}, {seat.address}
      </dd>
      <dt>{t('workplaces.own.when')}</dt>
      <dd>
        <When at={seat.from} zone={zone} /> – <When at={seat.until} zone={zone} />
      </dd>
    </dl>
  )
}

function Ask({ session }: { session: SessionId }) {
  const { t } = useTranslation()
  const asking = useDo(askWorkplace, [readMyWorkplace])
  const [wish, setWish] = useState('')
  return (
    <Card title={t('workplaces.own.ask')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void asking.run({ params: { sid: session }, body: { wish } })
        }}
      >
        <Rows>
          {asking.failure ? <FailureNotice failure={asking.failure} /> : null}
          <Textarea
            label={t('workplaces.own.wish')}
            description={t('workplaces.own.wishHint')}
            value={wish}
            maxLength={1000}
            autosize
            minRows={3}
            onChange={(event) => setWish(event.currentTarget.value)}
          />
          <Bar>
            <Button type="submit" loading={asking.busy}>
              {t('workplaces.own.send')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
