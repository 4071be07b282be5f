import { Button, Checkbox } from '@mantine/core'
import { IconDeviceDesktopShare, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { coachSeat } from '@ochno/detect'
import { equipmentHolds } from '@ochno/domain/equipment/hold'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckList, CheckRow } from '../../ui/check-row.tsx'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { Card, Columns, Page, Rows } from '../../ui/page.tsx'
import { SeatCoach } from '../../ui/seat-coach.tsx'
import type { Tone } from '../../ui/tone.ts'
import { VideoPreview } from '../../ui/video-preview.tsx'
import { type CheckItem, type ChecksView, canStart } from './checks-view.ts'
import type { Missing } from './door-check-view.ts'
import classes from './check-view.module.css'
import { RecordedFacts } from './recorded-facts.tsx'

const tones = {
  idle: 'idle',
  running: 'info',
  ok: 'ok',
  attention: 'warn',
  failed: 'bad',
} as const satisfies Record<CheckItem['is'], Tone>

export type CheckViewProps = {
  /** What is told of the recording, where it is not that of an exam. */
  readonly recorded?: ReactNode
  readonly title: string
  /** Who is stuck asks from here. */
  readonly help?: ReactNode
  readonly length: string
  readonly checks: ChecksView
  /** The full list of an exam in the place of the short one of a trial, and whether it holds nobody back any more. */
  readonly full?: { readonly cards: ReactNode; readonly missing: Missing } | undefined
  /** The part of the picture the act asks of a face; absent where none is known. */
  readonly least?: number | null
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
  readonly onRun?: () => void
  readonly onShareScreen?: () => void
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
        {props.full ? props.full.cards : <Equipment {...props} />}
        <Rows>
          {props.recorded ?? <RecordedFacts />}
          {props.door?.held ? <NextCard {...props} door={props.door} /> : <StartCard {...props} />}
        </Rows>
      </Columns>
      {props.children}
    </Page>
  )
}

function Equipment({ checks, least = null, onRun, onShareScreen }: CheckViewProps) {
  const { t } = useTranslation()
  const started = checks.camera.is !== 'idle'
  const row = (name: keyof ChecksView['words'], item: CheckItem) => ({
    name: t(`exam.check.items.${name}`),
    tone: tones[item.is],
    word: t(`exam.check.state.${item.is}`),
    busy: item.is === 'running',
    ...(checks.words[name] ? { text: checks.words[name] } : {}),
  })
  return (
    <Card
      title={t('exam.check.equipment')}
      actions={
        <Button
          variant={started ? 'default' : 'filled'}
          onClick={onRun}
          leftSection={
            started ? <IconRefresh size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />
          }
        >
          {started ? t('exam.check.again') : t('exam.check.run')}
        </Button>
      }
    >
      <CheckList label={t('exam.check.equipment')}>
        <CheckRow {...row('browser', checks.browser)} />
        <CheckRow {...row('camera', checks.camera)}>
          <div className={classes.preview}>
            <VideoPreview
              stream={checks.preview}
              label={t('exam.check.preview')}
              none={t('exam.check.state.idle')}
              mirrored
            />
          </div>
          <SeatCoach stream={checks.preview} coach={coachSeat} least={least} />
        </CheckRow>
        <CheckRow {...row('microphone', checks.microphone)}>
          <LevelMeter level={checks.level} label={t('exam.check.micLevel')} />
        </CheckRow>
        <CheckRow {...row('screen', checks.screen)}>
          {checks.screen.is === 'ok' ? null : (
            <Button
              variant="default"
              disabled={!started}
              onClick={onShareScreen}
              leftSection={<IconDeviceDesktopShare size={18} aria-hidden />}
            >
              {t('exam.check.screenShare')}
            </Button>
          )}
        </CheckRow>
        <CheckRow {...row('storage', checks.storage)} />
      </CheckList>
    </Card>
  )
}

/** What the check still wants before anybody goes on, in a sentence. */
function useNeeded(checks: ChecksView, full: CheckViewProps['full']): string | null {
  const { t } = useTranslation()
  if (!full) return canStart(checks) ? null : t('exam.check.needChecks')
  return full.missing === null
    ? null
    : full.missing === 'checks'
      ? t('exam.check.needChecks')
      : t(`exam.check.need.${full.missing}`)
}

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
  checks,
  full,
  notYet,
  failure,
  mendAt,
  door,
}: CheckViewProps & { door: NonNullable<CheckViewProps['door']> }) {
  const { t } = useTranslation()
  const hint = useId()
  const needed = useNeeded(checks, full)
  const missing = notYet === null ? needed : t('exam.check.notOpen')
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
  checks,
  full,
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
  const needed = useNeeded(checks, full)
  const ready = needed === null && notYet === null
  const missing =
    notYet === null ? (needed ?? (agreed ? null : t('exam.check.agreeFirst'))) : t('exam.check.notOpen')
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
            disabled={!(ready && agreed)}
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
