import { readMarkAnswers } from '@ochno/contract/after-exam'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './decisions.module.css'
import type { Part } from './part.ts'

/** The examinee's own words to the marks, before anybody decides. */
export function AnswersCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const load = useLoad(readMarkAnswers, { params: { sid: view.session } })
  if (load.is !== 'ready' || load.value.marks.length === 0) return null
  return (
    <Card title={t('appeals.answers.title')}>
      <ul className={classes.list}>
        {load.value.marks.map(({ key, wording, from, answer }) => (
          <li key={key}>
            {wording}
            <p className={classes.quiet}>
              <When at={from} zone={zone} />
            </p>
            {answer ? <p>{t('appeals.answers.said', { text: answer.text })}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
