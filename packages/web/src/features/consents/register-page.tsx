import { Button, NativeSelect, TextInput } from '@mantine/core'
import { listRegister, type RegisterRow } from '@ochno/contract/consents'
import { IconFileCheck, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page } from '../../ui/page.tsx'
import classes from './consents.module.css'
import { NewProgrammesCard } from './new-programmes-card.tsx'
import { RegisterTable } from './register-table.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { WithdrawalsCard } from './withdrawals-card.tsx'

type Register = ReplyOf<typeof listRegister>

const lists = {
  all: () => true,
  overdue: ({ original }: RegisterRow) => original?.is === 'overdue',
  waiting: ({ consents }: RegisterRow) => consents.some(({ standing }) => standing.is === 'awaited'),
} as const
type List = keyof typeof lists
const names = ['all', 'overdue', 'waiting'] as const satisfies readonly List[]

const wanted = (row: RegisterRow, find: string) => row.name.toLowerCase().includes(find.trim().toLowerCase())

/** Everybody's consents, the longest overdue originals first. */
export function RegisterPage() {
  const { t } = useTranslation()
  const me = useMe()
  const register = useLoad(listRegister, {})
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
      <LoadView load={register} rows={6}>
        {(found) => (
          <>
            {reads ? <WithdrawalsCard zone={zone} /> : null}
            <Missing found={found} {...(manages ? { onFill: () => setSetting(true) } : {})} />
            <NewProgrammesCard manages={manages} />
            <People found={found} manages={manages} zone={zone} />
          </>
        )}
      </LoadView>
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

function People({ found, manages, zone }: { found: Register; manages: boolean; zone: string }) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const [list, setList] = useState<List>('all')
  if (!found.asked && !found.rows.length)
    return (
      <Card>
        <Empty icon={IconFileCheck} title={t('consents.register.nothing')}>
          {t('consents.register.nothingText')}
        </Empty>
      </Card>
    )
  const rows = found.rows.filter(lists[list]).filter((row) => wanted(row, find))
  return (
    <Card>
      <div className={classes.tools}>
        <TextInput
          label={t('consents.register.find')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('consents.register.show')}
          value={list}
          onChange={(event) => setList(names.find((one) => one === event.currentTarget.value) ?? 'all')}
          data={names.map((value) => ({
            value,
            label: t(`consents.register.${value}`, { count: found.rows.filter(lists[value]).length }),
          }))}
        />
      </div>
      {rows.length ? (
        <RegisterTable rows={rows} manages={manages} zone={zone} today={found.today} />
      ) : (
        <Empty icon={IconFileCheck} title={t('consents.register.empty')}>
          {t('consents.register.emptyText')}
        </Empty>
      )}
    </Card>
  )
}
