import { Button, NativeSelect } from '@mantine/core'
import { type AccommodationView, listAccommodations, setGrade } from '@ochno/contract/accommodations'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo } from '../../api/load.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { AskSheet } from './ask-sheet.tsx'
import { ConditionCard } from './condition-card.tsx'
import { DecideSheet } from './decide-sheet.tsx'

export function StaffConditions() {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const load = usePages(listAccommodations, { query: find ? { find } : {} }, ({ id }) => id, {
    everyMs: 30_000,
  })
  const examinees = useFoundAccounts('examinee')
  const [asking, setAsking] = useState(false)
  const [deciding, setDeciding] = useState<AccommodationView | null>(null)
  return (
    <Page
      title={t('accommodations.title')}
      lead={t('accommodations.staffLead')}
      actions={
        examinees.load.is === 'ready' ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('accommodations.ask')}
          </Button>
        ) : null
      }
    >
      <FindInput label={t('accommodations.find')} value={find} onFind={setFind} />
      <LoadView load={load} rows={6}>
        {({ rows, head: { groups }, more }) => (
          <Rows>
            {rows.length === 0 ? (
              <Card>
                <Empty
                  icon={IconHeartHandshake}
                  title={t(find ? 'accommodations.notFound' : 'accommodations.staffEmpty')}
                />
              </Card>
            ) : (
              <LongList label={t('accommodations.title')} rows={rows} rowKey={({ id }) => id} more={more}>
                {(one, inList) => (
                  <li {...inList}>
                    <ConditionCard one={one} onDecide={() => setDeciding(one)} />
                  </li>
                )}
              </LongList>
            )}
            {groups.length ? <Grades groups={groups} /> : null}
          </Rows>
        )}
      </LoadView>
      {asking ? (
        <AskSheet
          people={examinees.people.map(({ id, fullName }) => ({ id, name: fullName }))}
          search={examinees}
          onClose={() => {
            examinees.find('')
            setAsking(false)
          }}
        />
      ) : null}
      {deciding ? <DecideSheet one={deciding} onClose={() => setDeciding(null)} /> : null}
    </Page>
  )
}

const GRADES = Array.from({ length: 11 }, (_, i) => String(i + 1))

function Grades({ groups }: { groups: ReplyOf<typeof listAccommodations>['groups'] }) {
  const { t } = useTranslation()
  const setting = useDo(setGrade, [listAccommodations])
  return (
    <Card title={t('accommodations.grades.title')} lead={t('accommodations.grades.lead')}>
      {setting.failure ? <FailureNotice failure={setting.failure} /> : null}
      <Table
        label={t('accommodations.grades.title')}
        rows={groups}
        rowKey={({ id }) => id}
        columns={[
          { name: t('accommodations.grades.group'), cell: ({ name }) => name },
          {
            name: t('accommodations.grades.grade'),
            cell: ({ id, name, grade }) => (
              <NativeSelect
                aria-label={t('accommodations.grades.gradeFor', { name })}
                value={grade === null ? '' : String(grade)}
                onChange={({ currentTarget: { value } }) =>
                  void setting.run({
                    params: { gid: id },
                    body: { grade: value === '' ? null : Number(value) },
                  })
                }
                data={[{ value: '', label: t('accommodations.grades.none') }, ...GRADES]}
              />
            ),
          },
        ]}
      />
    </Card>
  )
}
