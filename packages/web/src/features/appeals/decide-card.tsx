import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { decideAppeal } from '@ochno/contract/appeal-verdict'
import { type AppealView, listAppeals, readAppeal } from '@ochno/contract/appeals'
import { annulling } from '@ochno/domain/decision/decide'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clearTaken } from '../../player/taken.ts'
import { momentOf } from '../../ui/clock-at.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './appeals.module.css'
import {
  type Code,
  draftOf,
  forgetDraft,
  keepDraft,
  recordingFor,
  type VerdictDraft,
} from './verdict-draft.ts'

/** What the commission decided: nothing is chosen before the chair chooses. */
export function DecideCard({ view, zone }: { view: AppealView; zone: string }) {
  const { t } = useTranslation()
  const deciding = useDo(decideAppeal, [readAppeal, listAppeals])
  const [draft, setDraft] = useState<VerdictDraft>(() => draftOf(view.id, zone))
  const { satisfied, value, annulled, reasoning, codes } = draft
  const write = (more: Partial<VerdictDraft>) => setDraft((now) => ({ ...now, ...more }))
  // What was taken from the recording stands in the draft from here on.
  useEffect(() => clearTaken(view.id), [view.id])
  useEffect(() => keepDraft(view.id, draft), [view.id, draft])
  const voted = view.voting.outcome
  const near = view.examSpan?.from ?? view.filedAt
  const given = codes.filter(({ from, to }) => from.trim() || to.trim())
  const times = given.flatMap(({ from, to }) => {
    const [first, last] = [momentOf(from, near, zone), momentOf(to, near, zone)]
    return first && last ? [{ from: first, to: last }] : []
  })
  const wrong = times.length < given.length
  const proposes = satisfied === true && value !== null && annulling.includes(value)
  const ready = view.commission.length > 0 && view.steps.every(({ done }) => done)
  const change = (key: number, more: Partial<Code>) =>
    write({ codes: codes.map((one) => (one.key === key ? { ...one, ...more } : one)) })
  if (!ready) return <Notice tone="info" title={t('appeals.decide.notReady')} />
  if (voted === 'no_quorum' || voted === 'tied')
    return <Notice tone="info" title={t(`appeals.decide.waits.${voted}`)} />
  return (
    <Card
      title={t('appeals.decide.title')}
      lead={t(proposes ? 'appeals.decide.leadProposes' : 'appeals.decide.lead')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (satisfied !== null)
            void deciding
              .run({
                params: { aid: view.id },
                body: { satisfied, value, annulled: [...annulled], reasoning, timeCodes: times },
              })
              .then((answer) => {
                if (answer.ok) forgetDraft(view.id)
              })
        }}
      >
        <Rows>
          {deciding.failure ? (
            <FailureNotice
              failure={deciding.failure}
              action={
                deciding.failure.code === 'recording_not_watched' ? (
                  <Button component={Link} {...recordingFor(view)} variant="default">
                    {t('appeals.recording')}
                  </Button>
                ) : null
              }
            />
          ) : null}
          <Radio.Group
            label={t('appeals.verdict.decision')}
            value={satisfied === null ? null : satisfied ? 'yes' : 'no'}
            onChange={(said) => write({ satisfied: said === 'yes' })}
          >
            <Rows gap="sm">
              <Radio value="yes" label={t('appeals.decide.satisfy')} disabled={voted === 'dismissed'} />
              <Radio value="no" label={t('appeals.decide.dismiss')} disabled={voted === 'satisfied'} />
            </Rows>
          </Radio.Group>
          {satisfied ? (
            <>
              {view.result ? (
                <Select
                  label={t('appeals.decide.value')}
                  description={t('appeals.decide.valueHint')}
                  placeholder={t(`decisions.values.${view.result}`)}
                  clearable
                  value={value}
                  onChange={(next) => write({ value: next as VerdictDraft['value'] })}
                  data={view.vocabulary.map((one) => ({ value: one, label: t(`decisions.values.${one}`) }))}
                />
              ) : null}
              {proposes ? <Notice tone="info" title={t('appeals.decide.needsSecond')} live="status" /> : null}
              {view.marks.some((mark) => !mark.annulled) ? (
                <Checkbox.Group
                  label={t('appeals.decide.annul')}
                  value={[...annulled]}
                  onChange={(next) => write({ annulled: next })}
                >
                  <Rows gap="sm">
                    {view.marks
                      .filter((mark) => !mark.annulled)
                      .map((mark) => (
                        <Checkbox key={mark.key} value={mark.key} label={mark.wording} />
                      ))}
                  </Rows>
                </Checkbox.Group>
              ) : null}
            </>
          ) : null}
          <Textarea
            label={t('appeals.verdict.reasoning')}
            description={t('appeals.decide.reasoningHint')}
            value={reasoning}
            onChange={(event) => write({ reasoning: event.currentTarget.value })}
            maxLength={4000}
            autosize
            minRows={3}
          />
          {view.recording === 'not_recorded' ? null : (
            <fieldset className={classes.codes}>
              <legend>{t('appeals.decide.codes')}</legend>
              <Rows gap="sm">
                {codes.map(({ key, from, to }, i) => (
                  <div key={key} className={classes.row}>
                    <TextInput
                      label={t('appeals.decide.from', { n: i + 1 })}
                      placeholder="10:05:30"
                      value={from}
                      onChange={(event) => change(key, { from: event.currentTarget.value })}
                    />
                    <TextInput
                      label={t('appeals.decide.to', { n: i + 1 })}
                      placeholder="10:06:00"
                      value={to}
                      onChange={(event) => change(key, { to: event.currentTarget.value })}
                    />
                  </div>
                ))}
                {wrong ? <Notice tone="warn" title={t('appeals.decide.wrongTime')} live="status" /> : null}
                <Bar>
                  <Button
                    variant="subtle"
                    onClick={() => write({ codes: [...codes, { key: codes.length, from: '', to: '' }] })}
                  >
                    {t('appeals.decide.more')}
                  </Button>
                  {view.recording === 'no_consent' ? null : (
                    <Button component={Link} {...recordingFor(view)} variant="subtle">
                      {t('appeals.decide.take')}
                    </Button>
                  )}
                </Bar>
              </Rows>
            </fieldset>
          )}
          <Bar>
            <Button
              type="submit"
              loading={deciding.busy}
              disabled={satisfied === null || !reasoning.trim() || wrong}
            >
              {t(proposes ? 'appeals.decide.propose' : 'appeals.decide.do')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
