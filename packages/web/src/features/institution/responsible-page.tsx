import { Button } from '@mantine/core'
import {
  type AppointmentsView,
  listAppointments,
  printContacts,
  printOrder,
} from '@ochno/contract/appointments'
import { readInstitution } from '@ochno/contract/institution'
import { IconCertificate, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'
import { OrderDialog } from './order-dialog.tsx'
import { OrderRows } from './order-rows.tsx'
import { saveFile } from './save-file.ts'
import { TechnologyPaper } from './technology-paper.tsx'

/** Who answers for technologies and programmes by which order, and the list that everybody sees. */
export function ResponsiblePage() {
  const { t } = useTranslation()
  const me = useMe()
  const found = useLoad(listAppointments, {})
  const institution = useLoad(readInstitution, {})
  const [adding, setAdding] = useState(false)
  const manages = me.is === 'ready' && may(me.value, 'institution.manage')
  const parts =
    institution.is === 'ready'
      ? institution.value.parts.filter(
          ({ facts }) => facts.kind === 'technology' || facts.kind === 'programme',
        )
      : []
  return (
    <Page
      title={t('institution.responsible.title')}
      lead={t('institution.responsible.lead')}
      actions={
        manages && parts.length > 0 ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('institution.responsible.add')}
          </Button>
        ) : null
      }
    >
      {manages && institution.is === 'ready' && parts.length === 0 ? (
        <Empty
          icon={IconCertificate}
          title={t('institution.responsible.nothing')}
          action={
            <Button component={Link} to="/institution">
              {t('institution.responsible.toParts')}
            </Button>
          }
        >
          {t('institution.responsible.nothingText')}
        </Empty>
      ) : null}
      <LoadView load={found} rows={6}>
        {(view) => (
          <>
            <Warnings view={view} />
            <Orders view={view} manages={manages} />
            <PublicList view={view} />
            {view.orders.length ? <TechnologyPaper /> : null}
            {adding ? <OrderDialog view={view} parts={parts} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </LoadView>
    </Page>
  )
}

function Warnings({ view: { gaps, dueForNextYear } }: { view: AppointmentsView }) {
  const { t } = useTranslation()
  const words = (all: AppointmentsView['gaps']) => (
    <ul className={classes.plain}>
      {all.map((one) => (
        <li key={`${one.for} ${one.of}`}>
          {one.of}: {t(`institution.duties.${one.for}`)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {gaps.length === 0 ? null : (
        <Notice tone="bad" title={t('institution.responsible.gaps')}>
          {words(gaps)}
        </Notice>
      )}
      {dueForNextYear.length === 0 ? null : (
        <Notice tone="warn" title={t('institution.responsible.due')}>
          {words(dueForNextYear)}
        </Notice>
      )}
    </>
  )
}

const tones = { coming: 'info', running: 'ok', over: 'idle' } as const

function Orders({ view, manages }: { view: AppointmentsView; manages: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const printing = useDo(printOrder)
  const print = async (oid: string, number: string) => {
    const answer = await printing.run({ params: { oid }, query: { as: 'pdf' } })
    if (answer.ok) saveFile(`${t('institution.responsible.order', { number })}.pdf`, answer.body)
  }
  if (view.orders.length === 0)
    return <Card title={t('institution.responsible.orders')}>{t('institution.responsible.noOrders')}</Card>
  return (
    <>
      {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
      {view.orders.map((order) => (
        <Card
          key={order.id}
          title={t('institution.responsible.orderOf', { number: order.number, day: day(order.signedOn) })}
          lead={
            order.from && order.to
              ? t('institution.responsible.term', { from: day(order.from), to: day(order.to) })
              : t('institution.responsible.untilRevoked')
          }
          actions={
            <>
              <StateMark
                tone={tones[order.state]}
                word={t(`institution.responsible.states.${order.state}`)}
              />
              <Button
                size="xs"
                variant="default"
                aria-label={t('institution.responsible.printOf', { number: order.number })}
                onClick={() => void print(order.id, order.number)}
              >
                {t('institution.responsible.print')}
              </Button>
            </>
          }
        >
          <OrderRows rows={order.rows} today={view.today} manages={manages} />
        </Card>
      ))}
    </>
  )
}

function PublicList({ view: { published, publicPath } }: { view: AppointmentsView }) {
  const { t } = useTranslation()
  const me = useMe()
  const printing = useDo(printContacts)
  const address = `${location.origin}${publicPath}`
  const print = async (as: 'pdf' | 'docx') => {
    const answer = await printing.run({ query: { as } })
    if (answer.ok) saveFile(`${t('institution.responsible.list')}.${as}`, answer.body)
  }
  return (
    <Card title={t('institution.responsible.list')} lead={t('institution.responsible.listLead')}>
      <Rows>
        {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
        {published ? (
          <p className={classes.quiet}>
            {t('institution.responsible.published')}{' '}
            <When at={published.at} zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'} />
          </p>
        ) : (
          <p className={classes.quiet}>{t('institution.responsible.notPublished')}</p>
        )}
        <CopyLine label={t('institution.responsible.link')} value={address} />
        <CopyLine
          label={t('institution.responsible.embed')}
          value={`<iframe src="${address}" title="${t('institution.responsible.list')}" width="100%" height="600"></iframe>`}
        />
        <Bar>
          <Button component="a" href={publicPath} target="_blank" rel="noreferrer" variant="default">
            {t('institution.responsible.openPage')}
          </Button>
          {published && published.lines > 0
            ? (['pdf', 'docx'] as const).map((as) => (
                <Button key={as} variant="default" loading={printing.busy} onClick={() => void print(as)}>
                  {t(`institution.responsible.${as}`)}
                </Button>
              ))
            : null}
        </Bar>
      </Rows>
    </Card>
  )
}
