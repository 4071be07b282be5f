import { Button, Checkbox } from '@mantine/core'
import { equipmentHolds } from '@ochno/domain/equipment/hold'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Columns, Page, Rows } from '../../ui/page.tsx'
import type { Missing } from './door-check-view.ts'
import classes from './check-view.module.css'
import { RecordedFacts } from './recorded-facts.tsx'

export type CheckViewProps = {
  /** What is told of the recording, where it is not that of an exam. */
  readonly recorded?: ReactNode
  readonly title: string
  /** Who is stuck asks from here. */
  readonly help?: ReactNode
  readonly length: string
  readonly check: ReactNode
  /** What the check still wants before anybody goes on. */
  readonly missing: Missing
  /** A sentence about when the exam opens; null when it may be started now. */
  readonly notYet: string | null
  readonly starting: boolean
  /** What the rules ask before the start; null: nothing. */
  readonly door: {
    readonly left: number
    readonly held: boolean
    readonly byProctor: boolean
    readonly onGo: () => void
  } | null
  readonly failure: FailureWords | null
  /** Where equipment that the start was refused for can be checked again and the risk taken. */
  readonly mendAt?: string | undefined
  readonly onStart: () => void
  /** Below the check, on the same page. */
  readonly children?: ReactNode
}

/** Before the exam: one short check, plain words about the recording, one button. */
export function CheckView(props: CheckViewProps) {
  const { t } = useTranslation()
  return (
    <Page title={props.title} lead={t('exam.check.lead')} actions={props.help}>
      {props.notYet ? <p className={classes.notYet}>{props.notYet}</p> : null}
      <Columns>
        {props.check}
        <Rows>
          {props.recorded ?? <RecordedFacts />}
          {props.door?.held ? <NextCard {...props} door={props.door} /> : <StartCard {...props} />}
        </Rows>
      </Columns>
      {props.children}
    </Page>
  )
}

const needs = {
  checks: 'exam.check.needChecks',
  blocked: 'exam.check.need.blocked',
  rest: 'exam.check.need.rest',
  confirm: 'exam.check.need.confirm',
} as const satisfies Record<NonNullable<Missing>, string>

const MENDED_ELSEWHERE: readonly string[] = equipmentHolds
const ANSWERED_ELSEWHERE = ['consent_missing', 'consent_refused']

/** A refusal for the equipment leads to where it is checked and the risk is taken; one for a consent to where it is answered. */
function StartFailure({ failure, mendAt }: { failure: FailureWords; mendAt: string | undefined }) {
  const { t } = useTranslation()
  return (
    <FailureNotice
      failure={failure}
      action={
        mendAt && MENDED_ELSEWHERE.includes(failure.code) ? (
          <Button component="a" href={mendAt} variant="default" size="xs">
            {t('equipment.title')}
          </Button>
        ) : ANSWERED_ELSEWHERE.includes(failure.code) ? (
          <Button component="a" href="/consents" variant="default" size="xs">
            {t('consents.gate.open')}
          </Button>
        ) : null
      }
    />
  )
}

/** The equipment is fine, but the rules of the exam ask something before the start. */
function NextCard({
  missing: wanted,
  notYet,
  failure,
  mendAt,
  door,
}: CheckViewProps & { door: NonNullable<CheckViewProps['door']> }) {
  const { t } = useTranslation()
  const hint = useId()
  const missing = notYet !== null ? t('exam.check.notOpen') : wanted ? t(needs[wanted]) : null
  return (
    <Card title={t('door.title')}>
      <Rows>
        {failure ? <StartFailure failure={failure} mendAt={mendAt} /> : null}
        <div className={classes.start}>
          <Button size="lg" disabled={missing !== null} onClick={door.onGo} aria-describedby={hint}>
            {t('door.next')}
          </Button>
          <p id={hint} className={classes.hint} role="status">
            {missing ?? t('door.nextHint', { count: door.left })}
          </p>
        </div>
      </Rows>
    </Card>
  )
}

function StartCard({
  missing: wanted,
  notYet,
  starting,
  failure,
  mendAt,
  length,
  door,
  onStart,
}: CheckViewProps) {
  const { t } = useTranslation()
  const [agreed, setAgreed] = useState(false)
  const hint = useId()
  const missing =
    notYet !== null
      ? t('exam.check.notOpen')
      : wanted
        ? t(needs[wanted])
        : agreed
          ? null
          : t('exam.check.agreeFirst')
  return (
    <Card title={t('exam.check.startTitle')} takesFocus={door !== null}>
      <Rows>
        {door?.byProctor ? (
          <Notice tone="ok" live="status" title={t('door.passed')}>
            {t('door.passedText')}
          </Notice>
        ) : null}
        {failure ? <StartFailure failure={failure} mendAt={mendAt} /> : null}
        <Checkbox
          size="md"
          label={t('exam.check.agree')}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        <div className={classes.start}>
          <Button
            size="lg"
            disabled={missing !== null}
            loading={starting}
            onClick={onStart}
            aria-describedby={hint}
          >
            {t('exam.check.start')}
          </Button>
          <p id={hint} className={classes.hint} role="status">
            {missing ?? t('exam.check.startHint', { length })}
          </p>
        </div>
      </Rows>
    </Card>
  )
}
