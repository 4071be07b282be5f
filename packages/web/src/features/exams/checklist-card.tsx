import { Button, Textarea } from '@mantine/core'
import { type ChecklistView, compareList, confirmItem, readChecklist } from '@ochno/contract/exam-admission'
import type { ExamId } from '@ochno/domain/ids'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { CheckList, CheckRow } from '../../ui/check-row.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { ExamPaper } from './exam-papers.tsx'
import classes from './exams.module.css'
import { useClauseWords } from './problem-words.ts'

const tones = { confirmed: 'ok', open: 'warn', changed_since: 'warn' } as const

/** 004 3.8: what the teacher confirms before the exam; what changed since is asked for again. */
export function ChecklistCard({ exam, zone }: { exam: ExamId; zone: string }) {
  const { t } = useTranslation()
  const load = useLoad(readChecklist, { params: { eid: exam } }, { everyMs: 10_000 })
  const confirming = useDo(confirmItem, [readChecklist])
  if (load.is === 'ready' && !load.value.items.some(({ asked }) => asked)) return null
  return (
    <Card title={t('examCard.checklist.title')} lead={t('examCard.checklist.lead')}>
      <Rows>
        {confirming.failure ? <FailureNotice failure={confirming.failure} /> : null}
        <LoadView load={load}>
          {({ items }) => (
            <CheckList label={t('examCard.checklist.title')}>
              {items
                .filter(({ asked }) => asked)
                .map((one) => (
                  <Item
                    key={one.item}
                    one={one}
                    zone={zone}
                    busy={confirming.busy}
                    onConfirm={
                      one.item === 'briefing'
                        ? null
                        : (item) => void confirming.run({ params: { eid: exam, item } })
                    }
                  >
                    {one.item === 'examinee_list' ? <Compare exam={exam} /> : null}
                    {one.item === 'briefing' ? (
                      <Bar>
                        <Button component={Link} to={`/exams/${exam}/briefing`} size="xs" variant="default">
                          {t(one.state === 'confirmed' ? 'briefing.teacher.see' : 'briefing.teacher.go')}
                        </Button>
                      </Bar>
                    ) : null}
                  </Item>
                ))}
            </CheckList>
          )}
        </LoadView>
        <ExamPaper exam={exam} of="checklist" disabled={load.is !== 'ready' || !load.value.done} />
      </Rows>
    </Card>
  )
}

function Item({
  one,
  zone,
  busy,
  onConfirm,
  children,
}: {
  one: ChecklistView['items'][number]
  zone: string
  busy: boolean
  onConfirm: ((item: 'materials_in_lms' | 'examinee_list') => void) | null
  children: React.ReactNode
}) {
  const { t, i18n } = useTranslation()
  const place = useClauseWords()
  const name = t(`examCard.checklist.items.${one.item}`)
  const told = one.told && one.state === 'confirmed' ? t('briefing.teacher.told', one.told) : ''
  const by =
    one.by !== null && one.at !== null
      ? t('examCard.checklist.by', { name: one.by, at: moment(one.at, zone, i18n.language) })
      : ''
  return (
    <CheckRow
      name={name}
      tone={tones[one.state]}
      word={t(`examCard.checklist.states.${one.state}`)}
      text={[by, told, place(one.clauses)].filter(Boolean).join(', ')}
    >
      {children}
      {one.state === 'confirmed' || onConfirm === null || one.item === 'briefing' ? null : (
        <Bar>
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            aria-label={t('examCard.checklist.confirmFor', { name })}
            onClick={() => onConfirm(one.item as 'materials_in_lms' | 'examinee_list')}
          >
            {t('examCard.checklist.confirm')}
          </Button>
        </Bar>
      )}
    </CheckRow>
  )
}

/** The list of the learning system beside ours: who is missing on either side. */
function Compare({ exam }: { exam: ExamId }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const comparing = useDo(compareList)
  const [found, setFound] = useState<ReplyOf<typeof compareList> | null>(null)
  const theirs = text.split('\n').flatMap((line) => line.trim().slice(0, 300) || [])
  const compare = async () => {
    const answer = await comparing.run({ params: { eid: exam }, body: { names: theirs } })
    setFound(answer.ok ? answer.body : null)
  }
  const names = ({ names: some, count }: { names: readonly string[]; count: number }) =>
    count > some.length
      ? t('amendments.history.rest', { names: some.join(', '), count: count - some.length })
      : some.join(', ')
  return (
    <details>
      <summary>{t('examCard.checklist.compare')}</summary>
      <Rows gap="sm">
        <Textarea
          label={t('examCard.checklist.lms')}
          description={t('examCard.checklist.lmsHint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setFound(null)
          }}
          rows={4}
        />
        <Bar>
          <Button
            size="xs"
            variant="default"
            loading={comparing.busy}
            disabled={theirs.length === 0}
            onClick={() => void compare()}
          >
            {t('examCard.checklist.compareDo')}
          </Button>
        </Bar>
        {comparing.failure ? <FailureNotice failure={comparing.failure} /> : null}
        {found === null ? null : found.same ? (
          <Notice tone="ok" title={t('examCard.checklist.same')} live="status" />
        ) : (
          <Notice tone="warn" title={t('examCard.checklist.differs')} live="status">
            <ul className={classes.list}>
              {found.onlyInLms.count ? (
                <li>{t('examCard.checklist.onlyInLms', { names: names(found.onlyInLms) })}</li>
              ) : null}
              {found.onlyHere.count ? (
                <li>{t('examCard.checklist.onlyHere', { names: names(found.onlyHere) })}</li>
              ) : null}
            </ul>
          </Notice>
        )}
      </Rows>
    </details>
  )
}
