import { listLedWork } from '@ochno/contract/people'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

/** 004 3.10: what teachers and methodists have in hand, for the deputy director who leads them. */
export function LedWorkPage() {
  const { t } = useTranslation()
  const work = useLoad(listLedWork, {})
  return (
    <Page title={t('people.led.title')} lead={t('people.led.lead')}>
      <Card>
        <LoadView load={work} rows={6}>
          {({ leads, rows }) =>
            rows.length ? (
              <Table
                label={t('people.led.title')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { name: t('admin.people.name'), cell: ({ fullName }) => <strong>{fullName}</strong> },
                  {
                    name: t('people.role'),
                    cell: ({ roles }) => roles.map((role) => t(`common.roles.${role}`)).join(', '),
                  },
                  { name: t('people.led.drafts'), cell: ({ drafts }) => drafts },
                  { name: t('people.led.ahead'), cell: ({ ahead }) => ahead },
                  { name: t('people.led.over'), cell: ({ over }) => over },
                  { name: t('people.led.undecided'), cell: ({ undecided }) => undecided },
                ]}
              />
            ) : (
              <Empty icon={IconUsers} title={t(leads ? 'people.led.empty' : 'people.led.notYou')}>
                {t(leads ? 'people.led.emptyText' : 'people.led.notYouText')}
              </Empty>
            )
          }
        </LoadView>
      </Card>
    </Page>
  )
}
