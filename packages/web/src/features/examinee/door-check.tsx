import { Button } from '@mantine/core'
import { coachSeat } from '@ochno/detect'
import { IconDeviceDesktopShare, IconPlayerPlay, IconRefresh, IconVolume } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeviceKind, nameOf } from '../../machine/chosen-devices.ts'
import { ConfirmView } from '../../machine/confirm-card.tsx'
import { DeviceChoice } from '../../machine/device-choice.tsx'
import { DeviceGone } from '../../machine/device-gone.tsx'
import { useEquipmentWords } from '../../machine/words.ts'
import { CheckList, CheckRow } from '../../ui/check-row.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LiveLevel } from '../../ui/level-meter.tsx'
import type { Loudness } from '../../ui/loudness.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { SeatCoach } from '../../ui/seat-coach.tsx'
import type { Tone } from '../../ui/tone.ts'
import { VideoPreview } from '../../ui/video-preview.tsx'
import { When } from '../../ui/when.tsx'
import classes from './check-view.module.css'
import { type DoorRow, foundIn, missingAt, stateOf } from './door-check-view.ts'
import type { DoorCheck, DoorPhase } from './use-door-check.ts'

const tones = { idle: 'idle', ok: 'ok', attention: 'warn', failed: 'bad' } as const satisfies Record<
  string,
  Tone
>
const busyAt: Readonly<Record<NonNullable<DoorPhase>, readonly DoorRow[]>> = {
  machine: ['browser'],
  devices: ['camera', 'microphone'],
  silence: ['camera', 'microphone'],
  speech: ['camera', 'microphone'],
  ping: ['network'],
  down: ['network'],
  up: ['network'],
}
const refusals = {
  permission_denied: 'exam.check.cameraDenied',
  no_camera: 'exam.check.cameraMissing',
  no_microphone: 'exam.check.micMissing',
  not_supported: 'exam.check.browserBad',
} as const

/** Where no act asks for speakers the tone is tried all the same. */
const toneState = (check: DoorCheck['check']) => {
  const heard = check?.facts.toneHeard
  return heard === undefined ? 'idle' : heard ? 'ok' : 'attention'
}

/** The full list before the exam: what needs no hands runs by itself, the rest is one press each. */
export function DoorCheckCards({
  at,
  preview,
  level,
  least,
  zone,
}: {
  at: DoorCheck
  preview: MediaStream | null
  level: Loudness
  least: number | null
  zone: string
}) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  const { check, phase, kept, rules } = at
  const extra = rules?.extra ?? []
  const started = check !== null
  const row = (name: DoorRow) => {
    const rows = foundIn(check, name)
    const busy = phase !== null && busyAt[phase].includes(name)
    const state = rows.length === 0 && name === 'sound' ? toneState(check) : stateOf(rows)
    return {
      name: t(`exam.check.items.${name}`),
      tone: tones[state],
      word: t(busy ? 'exam.check.state.running' : `exam.check.state.${state}`),
      busy,
    }
  }
  const findings = (name: DoorRow) => (
    <Findings
      lines={foundIn(check, name).flatMap((one) => {
        const found = check && words.found(one.item, check.facts)
        const advice = one.verdict === 'risk' || one.verdict === 'block' ? words.advice(one, extra) : null
        return found || advice ? [[found, advice].filter(Boolean).join('. ')] : []
      })}
    />
  )
  const device = (kind: DeviceKind) => (
    <>
      {at.gone.includes(kind) ? <DeviceGone kind={kind} name={nameOf(preview, kind)} /> : null}
      <DeviceChoice
        kind={kind}
        stream={preview}
        busy={phase !== null}
        onUse={() => void (started ? at.switchDevices() : at.run())}
      />
    </>
  )
  const missing = missingAt(check, at.open, rules?.answered ?? false)
  const taken = check?.taken ?? null
  return (
    <Rows>
      <Card
        title={t('exam.check.equipment')}
        actions={
          <Button
            variant={started ? 'default' : 'filled'}
            loading={phase !== null}
            onClick={() => void at.run()}
            leftSection={
              started ? <IconRefresh size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />
            }
          >
            {started ? t('exam.check.again') : t('exam.check.run')}
          </Button>
        }
      >
        <Rows gap="sm">
          <p className={classes.hint} role="status">
            {phase === null
              ? kept && !started
                ? t('exam.check.shorter')
                : ''
              : phase === 'silence' || phase === 'speech'
                ? t(`equipment.microphone.${phase}`)
                : phase === 'devices'
                  ? t('exam.check.cameraAsk')
                  : phase === 'machine'
                    ? t('exam.check.state.running')
                    : t(`equipment.network.${phase}`)}
          </p>
          {at.denied ? (
            <Notice
              tone="bad"
              live="alert"
              title={t(
                at.denied in refusals
                  ? refusals[at.denied as keyof typeof refusals]
                  : 'exam.check.cameraBusy',
              )}
            />
          ) : null}
          {at.failure ? <FailureNotice failure={at.failure} /> : null}
          <CheckList label={t('exam.check.equipment')}>
            <CheckRow {...row('browser')}>{findings('browser')}</CheckRow>
            <CheckRow {...row('camera')}>
              <div className={classes.preview}>
                <VideoPreview
                  stream={preview}
                  label={t('exam.check.preview')}
                  none={t('exam.check.state.idle')}
                  mirrored
                />
              </div>
              <SeatCoach stream={phase === null ? preview : null} coach={coachSeat} least={least} />
              {findings('camera')}
              {device('camera')}
            </CheckRow>
            <CheckRow {...row('microphone')}>
              <LiveLevel of={level} label={t('exam.check.micLevel')} />
              {findings('microphone')}
              {device('microphone')}
            </CheckRow>
            <CheckRow {...row('network')}>
              {at.lineFailed ? (
                <Notice tone="warn" live="alert" title={t('equipment.network.failed')} />
              ) : null}
              {findings('network')}
            </CheckRow>
            <CheckRow {...row('sound')}>
              {findings('sound')}
              <Sound at={at} />
            </CheckRow>
            <CheckRow {...row('screen')}>
              {at.screen === 'asked' ? <p className={classes.hint}>{t('exam.check.screenAsk')}</p> : null}
              {findings('screen')}
              {at.screen === 'on' ? null : (
                <Button
                  variant="default"
                  disabled={!started || phase !== null}
                  onClick={() => void at.shareScreen()}
                  leftSection={<IconDeviceDesktopShare size={18} aria-hidden />}
                >
                  {t('exam.check.screenShare')}
                </Button>
              )}
            </CheckRow>
          </CheckList>
          {taken ? (
            <p className={classes.hint}>
              {t('exam.check.taken', {
                names: words.names(check?.rows.filter(({ item }) => taken.items.includes(item)) ?? []),
              })}{' '}
              <When at={taken.at} zone={zone} />
            </p>
          ) : null}
          {missing === 'rest' && phase === null ? (
            <p className={classes.hint} role="status">
              {t('equipment.left', {
                names: words.names(check?.rows.filter(({ verdict }) => verdict === 'unchecked') ?? []),
              })}
            </p>
          ) : null}
          {missing === 'blocked' ? (
            <Notice tone="bad" live="status" title={t('equipment.outcome.blocked')}>
              <p className={classes.hint}>{t('exam.check.blockedHelp')}</p>
            </Notice>
          ) : missing === null ? (
            <Notice
              tone={check?.riskTaken ? 'warn' : 'ok'}
              live="status"
              title={t(
                check?.riskTaken
                  ? at.trial
                    ? 'equipment.outcome.riskTried'
                    : 'equipment.outcome.riskTaken'
                  : 'equipment.outcome.fit',
              )}
            />
          ) : null}
        </Rows>
      </Card>
      {check && missing === 'confirm' && phase === null ? (
        <ConfirmView
          key={check.id ?? check.at}
          check={check}
          extra={extra}
          busy={at.confirming}
          failure={at.notConfirmed}
          trial={at.trial}
          onSubmit={(said) => void at.confirm(said)}
        />
      ) : null}
    </Rows>
  )
}

const Findings = ({ lines }: { lines: readonly string[] }): ReactNode =>
  lines.map((line) => (
    <p key={line} className={classes.hint}>
      {line}
    </p>
  ))

function Sound({ at }: { at: DoorCheck }) {
  const { t } = useTranslation()
  const heard = at.check?.facts.toneHeard === true
  return (
    <>
      {at.tone === 'failed' ? (
        <Notice tone="warn" live="alert" title={t('equipment.speakers.failed')} />
      ) : null}
      <p className={classes.hint} role="status">
        {at.tone === 'asked' ? t('equipment.speakers.asked') : ''}
      </p>
      <Bar>
        {at.tone === 'asked' ? (
          <>
            <Button onClick={() => void at.heard(true)}>{t('equipment.speakers.yes')}</Button>
            <Button variant="default" onClick={() => void at.heard(false)}>
              {t('equipment.speakers.no')}
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            disabled={at.check === null || at.phase !== null}
            loading={at.tone === 'playing'}
            onClick={() => void at.play()}
            leftSection={<IconVolume size={18} aria-hidden />}
          >
            {t(heard ? 'exam.check.soundAgain' : 'equipment.speakers.play')}
          </Button>
        )}
      </Bar>
    </>
  )
}
