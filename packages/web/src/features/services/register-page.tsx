import { Button, Tabs } from '@mantine/core'
import {
  fillServiceRegister,
  type RegisterView,
  readServiceRegister,
  type ServiceView,
} from '@ochno/contract/services'
import { IconApps, IconPlus } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { AddDialog } from './add-dialog.tsx'
import { OrdersTab } from './orders-tab.tsx'
import classes from './services.module.css'
import { SettingsTab } from './settings-tab.tsx'

export const stateTones = {
  proposed: 'idle',
  legal_check: 'info',
  contract: 'info',
  ordered: 'info',
  active: 'ok',
  suspended: 'warn',
  retired: 'idle',
} as const satisfies Record<ServiceView['state'], Tone>

const tabs = ['services', 'orders', 'settings'] as const

/** The register of services, the orders that bring them into use, and what the institution decided about them. */
export function RegisterPage() {
  const { t } = useTranslation()
  const me = useMe()
  const found = useLoad(readServiceRegister, {})
  const { hash } = useLocation()
  const [tab, setTab] = useState<(typeof tabs)[number]>(() => tabs.find((one) => hash === one) ?? 'services')
  const [adding, setAdding] = useState(false)
  const manages = me.is === 'ready' && may(me.value, 'institution.manage')
  return (
    <Page
      title={t('services.register.title')}
      lead={t('services.register.lead')}
      actions={
        manages ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('services.register.add')}
          </Button>
        ) : null
      }
    >
      <LoadView load={found} rows={8}>
        {(view) => (
          <>
            {manages ? <FromAct view={view} /> : null}
            <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'services')}>
              <Tabs.List>
                {tabs.map((one) => (
                  <Tabs.Tab key={one} value={one}>
                    {t(`services.register.tabs.${one}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="services" className={classes.tab}>
                <ServiceList view={view} />
              </Tabs.Panel>
              <Tabs.Panel value="orders" className={classes.tab}>
                <OrdersTab view={view} manages={manages} />
              </Tabs.Panel>
              <Tabs.Panel value="settings" className={classes.tab}>
                <SettingsTab view={view} manages={manages} />
              </Tabs.Panel>
            </Tabs>
            {adding ? <AddDialog view={view} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </LoadView>
    </Page>
  )
}

function FromAct({ view: { act, notEntered } }: { view: RegisterView }) {
  const { t } = useTranslation()
  const filling = useDo(fillServiceRegister, [readServiceRegister])
  if (!act)
    return (
      <Notice
        tone="info"
        title={t('services.register.noAct')}
        action={
          <Button component={Link} to="/acts" variant="default">
            {t('services.register.toActs')}
          </Button>
        }
      >
        {t('services.register.noActText')}
      </Notice>
    )
  if (notEntered === 0) return null
  return (
    <>
      {filling.failure ? <FailureNotice failure={filling.failure} /> : null}
      <Notice
        tone="info"
        title={t('services.register.notEntered', { count: notEntered })}
        action={
          <Button loading={filling.busy} onClick={() => void filling.run({})}>
            {t('services.register.fill')}
          </Button>
        }
      >
        {act.title}
      </Notice>
    </>
  )
}

function ServiceList({ view: { services } }: { view: RegisterView }) {
  const { t } = useTranslation()
  if (services.length === 0)
    return (
      <Empty icon={IconApps} title={t('services.register.empty')}>
        {t('services.register.emptyText')}
      </Empty>
    )
  return (
    <Card>
      <Table
        label={t('services.register.list')}
        rows={services}
        rowKey={({ id }) => id}
        columns={[
          { name: t('services.register.name'), cell: (one) => <Name one={one} /> },
          { name: t('services.register.state'), cell: (one) => <State one={one} /> },
          { name: t('services.register.left'), cell: (one) => <Left one={one} /> },
          {
            name: t('services.register.readers'),
            cell: ({ rules, acknowledged }) =>
              rules
                ? t('services.register.readersOf', { version: rules.version, count: acknowledged })
                : t('services.register.noRules'),
          },
        ]}
      />
    </Card>
  )
}

function Name({ one: { id, card, clauses } }: { one: ServiceView }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to={`/services/register/${id}` as '/'} className={classes.link}>
        {card.name}
      </Link>
      <p className={classes.quiet}>
        {card.families.map((family) => t(`services.families.${family}`)).join(', ')}
      </p>
      {clauses.length ? (
        <p className={classes.quiet}>{t('services.register.clauses', { clauses: clauses.join(', ') })}</p>
      ) : null}
    </>
  )
}

function State({ one: { state, inUse, warnings } }: { one: ServiceView }) {
  const { t } = useTranslation()
  return (
    <div className={classes.marks}>
      <StateMark tone={stateTones[state]} word={t(`services.states.${state}`)} />
      {state === 'active' && !inUse ? <StateMark tone="warn" word={t('services.out')} quiet /> : null}
      {warnings.includes('foreign') ? (
        <StateMark tone="warn" word={t('services.warnings.foreign')} quiet />
      ) : null}
    </div>
  )
}

function Left({ one: { lacks, state } }: { one: ServiceView }) {
  const { t } = useTranslation()
  if (state === 'retired') return null
  if (lacks.length === 0) return <StateMark tone="ok" word={t('services.register.leftNothing')} quiet />
  return lacks.map((lack) => t(`services.lacksShort.${lack}`)).join(', ')
}
