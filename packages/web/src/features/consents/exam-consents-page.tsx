import { Button } from '@mantine/core'
import { listExamConsents } from '@ochno/contract/consents'
import type { ExamId } from '@ochno/domain/ids'
import { IconFileCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './consents.module.css'
import { standingTone, useStandingWord } from './standing-words.ts'

/** Words and flags of the people of one exam, never a text or a scan. */
export function ExamConsentsPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const consents = useLoad(listExamConsents, { params: { eid } })
  const word = useStandingWord()
  return (
    <Page
      title={
        consents.is === 'ready'
          ? t('consents.exam.of', { title: consents.value.title })
          : t('consents.exam.title')
      }
      lead={t('consents.exam.lead')}
      actions={
        <Button component={Link} to={`/exams/${eid}`} variant="default">
          {t('consents.exam.back')}
        </Button>
      }
    >
      <Card>
        <LoadView load={consents} rows={5}>
          {({ asked, rows }) => {
            const [first] = rows
            if (!asked || !first)
              return (
                <Empty icon={IconFileCheck} title={t(asked ? 'consents.exam.empty' : 'consents.exam.none')}>
                  {asked ? null : t('consents.exam.noneText')}
                </Empty>
              )
            return (
              <Table
                label={t('consents.exam.title')}
                rows={rows}
                rowKey={({ session }) => session}
                columns={[
                  {
                    name: t('consents.exam.name'),
                    cell: ({ name }) => <span className={classes.name}>{name}</span>,
                  },
                  ...first.consents.map(({ kind }) => ({
                    name: t(`consents.kinds.${kind}`),
                    cell: (row: (typeof rows)[number]) => {
                      const found = row.consents.find((one) => one.kind === kind)
                      return found ? (
                        <StateMark quiet tone={standingTone(found.standing)} word={word(found.standing)} />
                      ) : null
                    },
                  })),
                  ...(first.mayUseInDispute === null
                    ? []
                    : [
                        {
                          name: t('consents.exam.disputes'),
                          cell: (row: (typeof rows)[number]) =>
                            t(row.mayUseInDispute ? 'consents.exam.usable' : 'consents.exam.notUsable'),
                        },
                      ]),
                ]}
              />
            )
          }}
        </LoadView>
      </Card>
    </Page>
  )
}
