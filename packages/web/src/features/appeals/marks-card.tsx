import { Button, Textarea } from '@mantine/core'
import { type AfterExam, answerMark, readAfterExam } from '@ochno/contract/after-exam'
import type { MarkView } from '@ochno/contract/appeal-parts'
import { readClips } from '@ochno/contract/clips'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useClause } from '../../api/use-clause.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'
import { MarkClip } from './mark-clip.tsx'

export function MarksCard({ view, zone }: { view: AfterExam; zone: string }) {
  const { t } = useTranslation()
  const load = useLoad(readClips, { params: { sid: view.session } }, { enabled: view.recorded })
  const clips = load.is === 'ready' ? load.value : null
  if (!view.protocol) return null
  return (
    <Card
      title={t('appeals.marks.title')}
      lead={
        <>
          {t(view.marks.length ? 'appeals.marks.lead' : 'appeals.marks.none')}{' '}
          {view.marks.length && view.own && view.answers.open ? (
            view.answers.until ? (
              <>
                {t('appeals.marks.until')} <When at={view.answers.until} zone={zone} />.
              </>
            ) : (
              t('appeals.marks.untilDecided')
            )
          ) : null}
        </>
      }
    >
      {clips?.why && view.marks.length ? (
        <p className={classes.quiet}>{t(`appeals.clips.why.${clips.why}`)}</p>
      ) : null}
      <ul className={classes.list}>
        {view.marks.map((mark) => (
          <li key={mark.key} className={classes.item}>
            <Rows gap="sm">
              <MarkWords mark={mark} zone={zone} own={view.own} />
              {clips?.why === null ? <MarkClip view={view} mark={mark} clips={clips} zone={zone} /> : null}
              {view.own && view.answers.open ? <Answer view={view} mark={mark} /> : null}
            </Rows>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The rule quoted, the time, the note, and the examinee's answer. */
export function MarkWords({ mark, zone, own = false }: { mark: MarkView; zone: string; own?: boolean }) {
  const { t, i18n } = useTranslation()
  const clauseOf = useClause()
  return (
    <div>
      <strong>{mark.wording}</strong>
      <p className={classes.quiet}>
        {mark.clause ? `${clauseOf(mark.clause)} · ` : ''}
        {new Intl.DateTimeFormat(i18n.language, { timeZone: zone, day: 'numeric', month: 'long' }).format(
          new Date(mark.from),
        )}
        {', '}
        {clockAt(mark.from, zone)}
        {mark.to ? `–${clockAt(mark.to, zone)}` : ''}
        {mark.note ? ` · ${mark.note}` : ''}
      </p>
      {mark.annulled ? <StateMark tone="ok" word={t('appeals.marks.annulled')} /> : null}
      {mark.answer ? (
        <p className={classes.text}>
          {t(own ? 'appeals.marks.answered' : 'appeals.answers.said', { text: mark.answer.text })}
        </p>
      ) : null}
    </div>
  )
}

function Answer({ view, mark }: { view: AfterExam; mark: MarkView }) {
  const { t } = useTranslation()
  const answering = useDo(answerMark, [readAfterExam])
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void answering
          .run({ params: { sid: view.session, key: mark.key }, body: { text } })
          .then((answer) => answer.ok && setText(''))
      }}
    >
      <Rows gap="sm">
        {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
        <Textarea
          label={t(mark.answer ? 'appeals.marks.again' : 'appeals.marks.answer')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Bar>
          <Button type="submit" variant="default" loading={answering.busy} disabled={!text.trim()}>
            {t('appeals.marks.send')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
