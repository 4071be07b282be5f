import { Anchor, Button } from '@mantine/core'
import { type ComplaintRow, listComplaints, takeComplaint } from '@ochno/contract/complaints'
import { IconMessageReport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { AnswerSheet } from './answer-sheet.tsx'
import { keyOf, useComplaintColumns } from './columns.tsx'

/** R1-5.2a: every complaint with its term, what waits longest first. */
export function ComplaintsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listComplaints, {}, { everyMs: 60_000 })
  const take = useDo(takeComplaint, [listComplaints])
  const [answering, setAnswering] = useState<ComplaintRow | null>(null)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const { when, who, text, standing } = useComplaintColumns(zone)
  return (
    <Page title={t('complaints.title')} lead={t('complaints.pageLead')}>
      {take.failure ? <FailureNotice failure={take.failure} /> : null}
      <LoadView load={list} rows={4}>
        {({ rows }) => {
          const late = rows.filter(({ overdue, state }) => overdue && state !== 'answered').length
          return (
            <Rows>
              {late > 0 ? (
                <Notice tone="bad" title={t('complaints.overdueCount', { count: late })}>
                  {t('complaints.overdueText')}
                </Notice>
              ) : null}
              <Card>
                {rows.length === 0 ? (
                  <Empty icon={IconMessageReport} title={t('complaints.empty')}>
                    {t('complaints.emptyText')}
                  </Empty>
                ) : (
                  <Table
                    label={t('complaints.title')}
                    rows={rows}
                    rowKey={keyOf}
                    columns={[
                      when,
                      who,
                      { name: t('complaints.about'), cell: (row) => row.proctors.join(', ') || '—' },
                      text,
                      standing,
                      {
                        name: t('complaints.todo'),
                        cell: (row) => (
                          <Todo
                            row={row}
                            busy={take.busy}
                            onTake={() => void take.run({ params: { sid: row.session, seq: row.seq } })}
                            onAnswer={() => setAnswering(row)}
                          />
                        ),
                      },
                    ]}
                  />
                )}
              </Card>
            </Rows>
          )
        }}
      </LoadView>
      {answering ? <AnswerSheet row={answering} onClose={() => setAnswering(null)} /> : null}
    </Page>
  )
}

function Todo({
  row,
  busy,
  onTake,
  onAnswer,
}: {
  row: ComplaintRow
  busy: boolean
  onTake: () => void
  onAnswer: () => void
}) {
  const { t } = useTranslation()
  const name = row.examinee
  if (row.barred) return <>{t('complaints.family')}</>
  return (
    <Rows gap="sm">
      {row.state !== 'answered' && row.mine ? (
        <Button size="compact-md" aria-label={t('complaints.answerOf', { name })} onClick={onAnswer}>
          {t('complaints.answer')}
        </Button>
      ) : null}
      {row.state !== 'answered' && !row.mine ? (
        <Button
          size="compact-md"
          variant="default"
          loading={busy}
          aria-label={t('complaints.takeOf', { name })}
          onClick={onTake}
        >
          {row.taken ? t('complaints.takeOver') : t('complaints.take')}
        </Button>
      ) : null}
      <Anchor
        href={`/api/sessions/${row.session}/complaints/annex`}
        download
        aria-label={t('complaints.sheetOf', { name })}
      >
        {t('complaints.sheet')}
      </Anchor>
    </Rows>
  )
}
