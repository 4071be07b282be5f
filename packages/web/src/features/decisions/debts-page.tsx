import { Button } from '@mantine/core'
import { listDebts, printDebt, takeDebts } from '@ochno/contract/debts'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { CloseDebtSheet } from './close-debt-sheet.tsx'

type Debt = ReplyOf<typeof listDebts>['rows'][number]

/** R4-5.13: debts that stopped exams left, and how each was made good. */
export function DebtsPage() {
  const { t, i18n } = useTranslation()
  const list = useLoad(listDebts, {})
  const print = useDo(printDebt)
  const take = useDo(takeDebts)
  const [closing, setClosing] = useState<Debt | null>(null)
  const day = (iso: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    )
  const paper = async ({ session, examinee }: Debt) => {
    const answer = await print.run({ params: { sid: session }, query: { as: 'pdf' } })
    if (answer.ok) saveFile(t('decisions.debts.file', { name: examinee }), answer.body)
  }
  const sheet = async () => {
    const answer = await take.run({ query: { as: 'xlsx' } })
    if (answer.ok) saveFile(t('decisions.debts.listFile'), answer.body)
  }
  const failure = print.failure ?? take.failure
  return (
    <Page
      title={t('decisions.debts.title')}
      lead={t('decisions.debts.lead')}
      actions={
        <Button variant="default" loading={take.busy} onClick={() => void sheet()}>
          {t('decisions.debts.list')}
        </Button>
      }
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      <LoadView load={list} rows={5}>
        {({ rows }) => (
          <Card>
            {rows.length === 0 ? (
              <Empty icon={IconChecks} title={t('decisions.debts.empty')}>
                {t('decisions.debts.emptyText')}
              </Empty>
            ) : (
              <Table
                label={t('decisions.debts.title')}
                rows={rows}
                rowKey={({ session }) => session}
                columns={[
                  {
                    name: t('decisions.examinee'),
                    cell: (row) => (
                      <>
                        <strong>{row.examinee}</strong>
                        {row.group ? (
                          <>
                            <br />
                            {row.group}
                          </>
                        ) : null}
                      </>
                    ),
                  },
                  { name: t('decisions.debts.discipline'), cell: ({ exam }) => exam },
                  {
                    name: t('decisions.debts.since'),
                    cell: (row) => (
                      <>
                        {day(row.on)}
                        <br />
                        {t('decisions.debts.ground', { clause: row.clause, number: row.protocol })}
                      </>
                    ),
                  },
                  {
                    name: t('decisions.debts.state'),
                    cell: ({ closed }) =>
                      closed ? (
                        <>
                          <StateMark
                            quiet
                            tone="ok"
                            word={t('decisions.debts.closed', { day: day(closed.on) })}
                          />
                          <p>{t('decisions.debts.how', { how: closed.how, document: closed.document })}</p>
                        </>
                      ) : (
                        <StateMark quiet tone="warn" word={t('decisions.debts.open')} />
                      ),
                  },
                  {
                    name: t('decisions.debts.deeds'),
                    quiet: true,
                    cell: (row) => (
                      <Rows gap="sm">
                        {row.closed ? null : (
                          <Button
                            variant="default"
                            size="compact-md"
                            aria-label={t('decisions.debts.closeOf', { name: row.examinee })}
                            onClick={() => setClosing(row)}
                          >
                            {t('decisions.debts.close')}
                          </Button>
                        )}
                        <Bar>
                          <Button
                            variant="subtle"
                            size="compact-md"
                            loading={print.busy}
                            aria-label={t('decisions.debts.paperOf', { name: row.examinee })}
                            onClick={() => void paper(row)}
                          >
                            {t('decisions.debts.paper')}
                          </Button>
                        </Bar>
                      </Rows>
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </LoadView>
      {closing ? <CloseDebtSheet debt={closing} onClose={() => setClosing(null)} /> : null}
    </Page>
  )
}
