import { Button } from '@mantine/core'
import { printServiceCard } from '@ochno/contract/service-orders'
import { listAcknowledgements, readServiceRegister, type ServiceView } from '@ochno/contract/services'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { NotFound } from './not-found.tsx'
import { CardForm } from './card-form.tsx'
import { useDay } from './day.ts'
import { FilesCard } from './files-card.tsx'
import { MoveBar } from './move-bar.tsx'
import { stateTones } from './register-page.tsx'
import { RulesCard } from './rules-card.tsx'
import classes from './services.module.css'

/** One service: what keeps it from use, its card, its files, its rules and who read them. */
export function ServicePage() {
  const { service = '' } = useParams({ strict: false }) as { service?: string }
  const me = useMe()
  const found = useLoad(readServiceRegister, {})
  const manages = me.is === 'ready' && may(me.value, 'institution.manage')
  return (
    <LoadView load={found} rows={8}>
      {({ services, today }) => {
        const one = services.find(({ id }) => id === service)
        return one ? <Service one={one} today={today} manages={manages} /> : <NotFound />
      }}
    </LoadView>
  )
}

function Service({ one, today, manages }: { one: ServiceView; today: string; manages: boolean }) {
  const { t } = useTranslation()
  const printing = useDo(printServiceCard)
  const print = async () => {
    const answer = await printing.run({ params: { srv: one.id }, query: { as: 'pdf' } })
    if (answer.ok) saveFile(`${t('services.card.print')}.pdf`, answer.body)
  }
  return (
    <Page
      title={one.card.name}
      lead={one.card.families.map((family) => t(`services.families.${family}`)).join(', ')}
      actions={
        <>
          {one.card.contract ? (
            <Button variant="default" loading={printing.busy} onClick={() => void print()}>
              {t('services.card.print')}
            </Button>
          ) : null}
          <Button component={Link} to="/services/register" variant="default">
            {t('services.card.back')}
          </Button>
        </>
      }
    >
      {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
      <Standing one={one} manages={manages} />
      <CardForm key={one.id} one={one} today={today} editable={manages && one.state !== 'retired'} />
      <FilesCard one={one} editable={manages && one.state !== 'retired'} />
      <RulesCard one={one} editable={manages && one.state !== 'retired'} />
      <Log one={one} />
    </Page>
  )
}

function Standing({ one, manages }: { one: ServiceView; manages: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const { state, order, lacks, warnings, reason } = one
  const told = warnings.filter((warning) => warning !== 'prohibited' && warning !== 'foreign')
  return (
    <Card
      title={t('services.card.stands')}
      actions={<StateMark tone={stateTones[state]} word={t(`services.states.${state}`)} />}
    >
      <Rows>
        {order ? (
          <p className={classes.quiet}>
            {t('services.card.ordered', { number: order.number, day: day(order.signedOn) })}
          </p>
        ) : null}
        {reason ? <p className={classes.told}>{t('services.move.suspended', { reason })}</p> : null}
        {warnings.includes('foreign') ? (
          <Notice tone="warn" title={t('services.warnings.foreign')}>
            {t('services.warnings.foreignText')}
          </Notice>
        ) : null}
        {lacks.length > 0 ? (
          <Notice tone="info" title={t('services.register.left')}>
            <ul className={classes.plain}>
              {lacks.map((lack) => (
                <li key={lack}>{t(`services.lacks.${lack}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : state === 'retired' ? null : (
          <Notice tone="ok" title={t('services.card.ready')} />
        )}
        {told.length > 0 ? (
          <div className={classes.marks}>
            {told.map((warning) => (
              <StateMark key={warning} tone="warn" word={t(`services.warnings.${warning}`)} quiet />
            ))}
          </div>
        ) : null}
        {manages && one.commands.length > 0 ? <MoveBar one={one} /> : null}
        {state === 'contract' ? (
          <Bar>
            <span>{t('services.move.waitsOrder')}</span>
            <Button component={Link} to="/services/register" hash="orders" variant="default">
              {t('services.move.toOrders')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
    </Card>
  )
}

function Log({ one }: { one: ServiceView }) {
  const { t } = useTranslation()
  const me = useMe()
  const log = useLoad(listAcknowledgements, { params: { srv: one.id } })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Card title={t('services.log.title')}>
      <LoadView load={log} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('services.log.empty')}</p>
          ) : (
            <Table
              label={t('services.log.title')}
              rows={rows}
              rowKey={({ person, version }) => `${person.id} ${version}`}
              columns={[
                { name: t('services.log.person'), cell: ({ person }) => person.name },
                { name: t('services.log.version'), cell: ({ version }) => version },
                { name: t('services.log.at'), cell: ({ at }) => <When at={at} zone={zone} /> },
              ]}
            />
          )
        }
      </LoadView>
    </Card>
  )
}
