import { Button } from '@mantine/core'
import { readApplication } from '@ochno/contract/application'
import { listExams, publishExam, readExam, readExamRules } from '@ochno/contract/exams'
import type { ExamRulesView } from '@ochno/contract/exam-card'
import type { ExamId } from '@ochno/domain/ids'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './exams.module.css'
import { useParameterName, useProblemWords } from './problem-words.ts'

/** A draft: what keeps it from being published, and the button when nothing does. */
export function DraftCard({
  exam,
  rules,
  manages,
}: {
  exam: ExamId
  rules: ExamRulesView
  manages: boolean
}) {
  const { t } = useTranslation()
  const publishing = useDo(publishExam, [readExam, readExamRules, listExams])
  const problem = useProblemWords()
  const name = useParameterName()
  const asked = useLoad(readApplication, { params: { eid: exam } }, { enabled: manages })
  const ready = rules.act !== null && rules.problems.length === 0 && rules.undecided.length === 0
  return (
    <Rows>
      {publishing.failure ? (
        <FailureNotice
          failure={publishing.failure}
          action={
            publishing.failure.code === 'no_alternative' ? (
              <Button component={Link} to="/consent-register" variant="default" size="xs">
                {t('consents.register.title')}
              </Button>
            ) : null
          }
        />
      ) : null}
      <Notice tone={ready ? 'info' : 'warn'} title={t('examCard.draft.title')}>
        <Rows gap="sm">
          {ready ? <p>{t('examCard.draft.ready')}</p> : null}
          {rules.programmeMissing ? <p>{t('examCard.draft.programmeMissing')}</p> : null}
          {rules.act === null ? <p>{t('examCard.draft.noAct')}</p> : null}
          {rules.problems.length ? (
            <Reasons title={t('examCard.draft.problems')} lines={rules.problems.map((one) => problem(one))} />
          ) : null}
          {rules.undecided.length ? (
            <Reasons title={t('examCard.draft.undecided')} lines={rules.undecided.map(name)} />
          ) : null}
          {manages ? (
            <Bar>
              {ready ? (
                <Button
                  loading={publishing.busy}
                  onClick={() => void publishing.run({ params: { eid: exam } })}
                >
                  {t('examCard.draft.publish')}
                </Button>
              ) : null}
              {asked.is === 'ready' && (asked.value.required || asked.value.application) ? (
                <Button component={Link} to={`/exams/${exam}/application`} variant="default">
                  {t('application.one.title')}
                </Button>
              ) : null}
              <Button component={Link} to={`/exams/${exam}/card`} variant="default">
                {t('examCard.draft.edit')}
              </Button>
            </Bar>
          ) : null}
        </Rows>
      </Notice>
    </Rows>
  )
}

function Reasons({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <p>{title}</p>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
