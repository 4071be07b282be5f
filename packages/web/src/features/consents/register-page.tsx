import { Button, NativeSelect } from '@mantine/core'
import { listRegister, registerLists } from '@ochno/contract/consent-register'
import { IconFileCheck, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { may, useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page } from '../../ui/page.tsx'
import classes from './consents.module.css'
import { NewProgrammesCard } from './new-programmes-card.tsx'
import { RegisterTable } from './register-table.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { WithdrawalsCard } from './withdrawals-card.tsx'

type Register = ReplyOf<typeof listRegister>

type List = (typeof registerLists)[number]

/** Everybody's consents, the longest overdue originals first. */
export function RegisterPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [find, setFind] = useState('')
  const [list, setList] = useState<List>('all')
  const query = { ...(find ? { find } : {}), ...(list === 'all' ? {} : { list }) }
  const register = usePages(listRegister, { query }, ({ account }) => account, { keeps: true })
  const [setting, setSetting] = useState(false)
  const manages = me.is === 'ready' && may(me.value, 'consent.manage')
  const reads = me.is === 'ready' && may(me.value, 'consent.read_all')
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page
      title={t('consents.register.title')}
      lead={t('consents.register.lead')}
      actions={
        manages ? (
          <Button
            variant="default"
            leftSection={<IconSettings size={18} aria-hidden />}
            onClick={() => setSetting(true)}
          >
            {t('consents.register.settings')}
          </Button>
        ) : null
      }
    >
      {reads ? <WithdrawalsCard zone={zone} /> : null}
      {register.is === 'ready' ? (
        <Missing found={register.value.head} {...(manages ? { onFill: () => setSetting(true) } : {})} />
      ) : null}
      <NewProgrammesCard manages={manages} />
      <Card>
        <div className={classes.tools}>
          <FindInput label={t('consents.register.find')} value={find} onFind={setFind} />
          <NativeSelect
            aria-label={t('consents.register.show')}
            value={list}
            onChange={(event) =>
              setList(registerLists.find((one) => one === event.currentTarget.value) ?? 'all')
            }
            data={registerLists.map((value) => ({ value, label: t(`consents.register.${value}`) }))}
          />
        </div>
        <LoadView load={register} rows={6}>
          {({ rows, head, more }) =>
            rows.length ? (
              <RegisterTable rows={rows} more={more} manages={manages} zone={zone} today={head.today} />
            ) : head.asked || find || list !== 'all' ? (
              <Empty icon={IconFileCheck} title={t('consents.register.empty')}>
                {t('consents.register.emptyText')}
              </Empty>
            ) : (
              <Empty icon={IconFileCheck} title={t('consents.register.nothing')}>
                {t('consents.register.nothingText')}
              </Empty>
            )
          }
        </LoadView>
      </Card>
      {setting ? <SettingsDialog onClose={() => setSetting(false)} /> : null}
    </Page>
  )
}

const missingWords = {
  ages: 'consents.register.missingAges',
  operator: 'consents.register.missingOperator',
  alternatives: 'consents.register.missingAlternatives',
} as const

function Missing({ found, onFill }: { found: Register; onFill?: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      {found.missing.length ? (
        <Notice
          tone="warn"
          title={t('consents.register.missing')}
          action={
            onFill ? (
              <Button size="xs" onClick={onFill}>
                {t('consents.register.toSettings')}
              </Button>
            ) : null
          }
        >
          <ul>
            {found.missing.map((what) => (
              <li key={what}>{t(missingWords[what])}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {found.needsLawyer ? (
        <Notice tone="info" title={t('consents.register.lawyer')}>
          {t('consents.register.lawyerText')}
        </Notice>
      ) : null}
    </>
  )
}
