import { Button } from '@mantine/core'
import { parameters } from '@ochno/domain/policy/schema'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { type ExamDraft, missingIn } from './exam-draft.ts'
import classes from './exams.module.css'
import type { Act, StepProps } from './form-step.ts'
import { AboutStep } from './form-about.tsx'
import { AllowedStep } from './form-allowed.tsx'
import { WatchStep } from './form-watch.tsx'

const steps = ['about', 'watch', 'allowed'] as const

/** Three short steps instead of one long sheet; nothing typed is lost between them. */
export function ExamForm({
  act,
  zone,
  start,
  failure,
  busy,
  onSave,
  onLeave,
}: {
  act: Act
  zone: string
  start: () => ExamDraft
  failure: FailureWords | null
  busy: boolean
  onSave: (draft: ExamDraft) => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState(0)
  const [missing, setMissing] = useState<StepProps['missing']>(null)
  const top = useRef<HTMLHeadingElement>(null)
  const change = (changed: Partial<ExamDraft>) => {
    setMissing(null)
    setDraft((before) => ({ ...before, ...changed }))
  }
  const changeCard = (changed: Partial<ExamDraft['card']>) => {
    setMissing(null)
    setDraft((before) => ({ ...before, card: { ...before.card, ...changed } }))
  }
  const go = (to: number) => {
    const lacks = to > step ? missingIn(step, draft) : null
    setMissing(lacks)
    if (lacks) return
    if (to === steps.length) return onSave(draft)
    setStep(to)
    top.current?.focus()
  }
  const props = { act, draft, change, changeCard, missing }
  const name = steps[step] ?? 'about'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go(step + 1)
      }}
    >
      <Rows>
        <Standing act={act} />
        {failure ? <FailureNotice failure={failure} /> : null}
        <Card>
          <Rows>
            <h2 ref={top} tabIndex={-1} className={classes.step}>
              {t('examCard.form.step', {
                step: step + 1,
                of: steps.length,
                name: t(`examCard.form.steps.${name}`),
              })}
            </h2>
            {name === 'about' ? <AboutStep {...props} zone={zone} /> : null}
            {name === 'watch' ? <WatchStep {...props} /> : null}
            {name === 'allowed' ? <AllowedStep {...props} /> : null}
          </Rows>
        </Card>
        <Bar>
          <Button type="submit" loading={busy}>
            {step === steps.length - 1 ? t('examCard.form.save') : t('examCard.form.next')}
          </Button>
          {step > 0 ? (
            <Button variant="default" onClick={() => go(step - 1)}>
              {t('examCard.form.back')}
            </Button>
          ) : null}
          <Button variant="subtle" color="gray" onClick={onLeave}>
            {t('common.cancel')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}

function Standing({ act }: { act: Act }) {
  const { t, i18n } = useTranslation()
  const russian = i18n.language.startsWith('ru')
  return (
    <>
      <p>{t('examCard.form.act', { title: act.title, edition: act.edition })}</p>
      {act.stands?.why === 'not_regulated' ? (
        <Notice tone="warn" title={t('examCard.form.notRegulated')}>
          {t('examCard.form.notRegulatedText')}
        </Notice>
      ) : null}
      {act.stands?.why === 'undecided' ? (
        <Notice tone="warn" title={t('examCard.form.undecided')}>
          {t('examCard.form.undecidedText', {
            names: act.stands.keys.map((key) => parameters[key][russian ? 'ru' : 'en']).join('; '),
          })}
        </Notice>
      ) : null}
    </>
  )
}
