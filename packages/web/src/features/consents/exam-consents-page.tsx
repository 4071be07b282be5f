import { Button } from '@mantine/core'
import { listExamConsents } from '@ochno/contract/consent-register'
import type { ExamId } from '@ochno/domain/ids'
import { IconFileCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './consents.module.css'
import { LateCell } from './late-cell.tsx'
import { LateDialog, type LateOf } from './late-dialog.tsx'
import { standingTone, useStandingWord } from './standing-words.ts'

/** Words and flags of the people of one exam, never a text or a scan. */
export function ExamConsentsPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const me = useMe()
  const decides = me.is === 'ready' && may(me.value, 'consent.manage')
  const [find, setFind] = useState('')
  const [deciding, setDeciding] = useState<LateOf | null>(null)
  const consents = usePages(
    listExamConsents,
    { params: { eid }, query: find ? { find } : {} },
    ({ session }) => session,
    { keeps: true },
  )
  const word = useStandingWord()
  return (
    <Page
      title={
        consents.is === 'ready'
          ? t('consents.exam.of', { title: consents.value.head.title })
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
        <FindInput label={t('consents.register.find')} value={find} onFind={setFind} />
        <LoadView load={consents} rows={5}>
          {({ head: { asked, title }, rows, more }) => {
            const [first] = rows
            if (!asked || !first)
              return (
                <Empty
                  icon={IconFileCheck}
                  title={t(
                    find ? 'consents.register.empty' : asked ? 'consents.exam.empty' : 'consents.exam.none',
                  )}
                >
                  {asked ? null : t('consents.exam.noneText')}
                </Empty>
              )
            return (
              <LongTable
                more={more}
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
                  ...(rows.some(({ late }) => late !== null)
                    ? [
                        {
                          name: t('lateOriginal.column'),
                          cell: ({ late, toCome, ...row }: (typeof rows)[number]) =>
                            late ? (
                              <LateCell
                                name={row.name}
                                late={late}
                                onOpen={
                                  decides && toCome ? () => setDeciding({ ...row, exam: title, late }) : null
                                }
                              />
                            ) : (
                              t('lateOriginal.inTime')
                            ),
                        },
                      ]
                    : []),
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
      {deciding ? <LateDialog of={deciding} onClose={() => setDeciding(null)} /> : null}
    </Page>
  )
}
