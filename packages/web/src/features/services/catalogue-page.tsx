import { Button } from '@mantine/core'
import { type CatalogueService, readCatalogue } from '@ochno/contract/service-catalogue'
import { IconApps } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { RulesSheet } from './rules-sheet.tsx'
import classes from './services.module.css'

/** R2-4: the one page from which everybody reaches the services of their role. */
export function CataloguePage() {
  const { t } = useTranslation()
  const found = useLoad(readCatalogue, {})
  const [reading, setReading] = useState<string | null>(null)
  return (
    <Page title={t('services.catalogue.title')} lead={t('services.catalogue.lead')}>
      <LoadView load={found} rows={4}>
        {({ services, accounts }) => {
          const shown = services.find(({ id }) => id === reading)
          return (
            <>
              {services.length === 0 ? (
                <Empty icon={IconApps} title={t('services.catalogue.empty')}>
                  {t('services.catalogue.emptyText')}
                </Empty>
              ) : (
                <ul className={classes.grid} aria-label={t('services.catalogue.title')}>
                  {services.map((one) => (
                    <li key={one.id}>
                      <ServiceCard one={one} onRead={() => setReading(one.id)} />
                    </li>
                  ))}
                </ul>
              )}
              {accounts ? <Accounts accounts={accounts} /> : null}
              {shown ? <RulesSheet one={shown} onClose={() => setReading(null)} /> : null}
            </>
          )
        }}
      </LoadView>
    </Page>
  )
}

function ServiceCard({ one, onRead }: { one: CatalogueService; onRead: () => void }) {
  const { t } = useTranslation()
  const { name, rules, acknowledged } = one
  const isRead = rules !== null && acknowledged !== null && acknowledged >= rules.version
  const modes = one.modes.length
    ? one.modes.map((mode) => t(`services.modes.${mode}`)).join(', ')
    : t('services.modes.none')
  return (
    <article className={classes.service} aria-label={name}>
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.quiet}>
        {one.families.map((family) => t(`services.families.${family}`)).join(', ')}: {modes}
      </p>
      {one.note ? <p className={classes.told}>{one.note}</p> : null}
      <div className={classes.marks}>
        {one.first ? <StateMark tone="ok" word={t('services.catalogue.first')} quiet /> : null}
        {one.mandatory ? <StateMark tone="info" word={t('services.catalogue.mandatory')} quiet /> : null}
        {one.exchange ? <StateMark tone="info" word={t('services.catalogue.exchange')} quiet /> : null}
        {one.foreign ? <StateMark tone="warn" word={t('services.catalogue.foreign')} quiet /> : null}
      </div>
      {isRead ? (
        one.hasAddress ? null : (
          <p className={classes.quiet}>{t('services.catalogue.noAddress')}</p>
        )
      ) : (
        <p className={classes.quiet}>
          {t(acknowledged === null ? 'services.catalogue.unread' : 'services.catalogue.changed')}
        </p>
      )}
      <div className={classes.end}>
        {isRead && one.address ? (
          <Button
            component="a"
            href={one.address}
            target="_blank"
            rel="noreferrer"
            aria-label={t('services.catalogue.openOf', { name })}
          >
            {t('services.catalogue.open')}
          </Button>
        ) : null}
        {rules ? (
          <Button
            variant={isRead ? 'default' : 'filled'}
            aria-label={t(isRead ? 'services.catalogue.againOf' : 'services.catalogue.readOf', { name })}
            onClick={onRead}
          >
            {t(isRead ? 'services.catalogue.again' : 'services.catalogue.read')}
          </Button>
        ) : null}
      </div>
    </article>
  )
}

type AccountRules = { readonly text: string; readonly act: string; readonly address: string | null }

/** R2-15c: the local act that says how an account is made. */
function Accounts({ accounts: { text, act, address } }: { accounts: AccountRules }) {
  const { t } = useTranslation()
  return (
    <Card title={t('services.catalogue.accounts')}>
      <p className={classes.told}>{text}</p>
      <p className={classes.quiet}>{t('services.catalogue.accountsAct', { act })}</p>
      {address ? (
        <Button component="a" href={address} target="_blank" rel="noreferrer" variant="default" mt="sm">
          {t('services.catalogue.accountsOpen')}
        </Button>
      ) : null}
    </Card>
  )
}
