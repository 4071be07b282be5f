// The steps that show nothing while they run but a word.
import { Button } from '@mantine/core'
import { askScreen, measureMachine, playTone } from '@ochno/capture'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import classes from './equipment.module.css'
import { type LinePhase, measureLine } from '../../machine/measure-line.ts'
import { RunButton } from './run-button.tsx'
import { StepCard, type StepProps } from './step-card.tsx'
import { wasMade } from './steps.ts'
import type { Equipment } from './use-equipment.ts'

type Props = StepProps & Pick<Equipment, 'measured'>

export function MachineStep({ check, extra, measured }: Props) {
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await measured({ machine: await measureMachine() })
    setBusy(false)
  }
  return (
    <StepCard step="machine" check={check} extra={extra}>
      <Bar>
        <RunButton step="machine" made={wasMade(check, 'machine')} busy={busy} onRun={() => void run()} />
      </Bar>
    </StepCard>
  )
}

export function SpeakersStep({ check, extra, measured }: Props) {
  const { t } = useTranslation()
  const [is, setIs] = useState<'still' | 'playing' | 'asked' | 'failed'>('still')
  const play = async () => {
    setIs('playing')
    setIs((await playTone()) ? 'asked' : 'failed')
  }
  const answer = async (heard: boolean) => {
    setIs('still')
    await measured({ toneHeard: heard })
  }
  return (
    <StepCard step="speakers" check={check} extra={extra}>
      {is === 'failed' ? <Notice tone="warn" live="alert" title={t('equipment.speakers.failed')} /> : null}
      <p role="status" className={classes.say}>
        {is === 'asked' ? t('equipment.speakers.asked') : ''}
      </p>
      <Bar>
        {is === 'asked' ? (
          <>
            <Button onClick={() => void answer(true)}>{t('equipment.speakers.yes')}</Button>
            <Button variant="default" onClick={() => void answer(false)}>
              {t('equipment.speakers.no')}
            </Button>
          </>
        ) : null}
        <RunButton
          step="speakers"
          made={wasMade(check, 'speakers') || is === 'asked'}
          busy={is === 'playing'}
          word={t('equipment.speakers.play')}
          onRun={() => void play()}
        />
      </Bar>
    </StepCard>
  )
}

export function NetworkStep({ check, extra, measured }: Props) {
  const { t } = useTranslation()
  const [phase, setPhase] = useState<LinePhase | null>(null)
  const [failed, setFailed] = useState(false)
  const run = async () => {
    setFailed(false)
    const network = await measureLine(setPhase)
    setPhase(null)
    if (network) await measured({ network })
    else setFailed(true)
  }
  return (
    <StepCard step="network" check={check} extra={extra}>
      {failed ? <Notice tone="warn" live="alert" title={t('equipment.network.failed')} /> : null}
      <p role="status" className={classes.say}>
        {phase ? t(`equipment.network.${phase}`) : ''}
      </p>
      <Bar>
        <RunButton
          step="network"
          made={wasMade(check, 'network')}
          busy={phase !== null}
          onRun={() => void run()}
        />
      </Bar>
    </StepCard>
  )
}

/** What was shown is looked at once and let go: nothing is recorded. */
async function rehearseShare(): Promise<'monitor' | 'window' | 'unknown' | 'refused'> {
  const asked = await askScreen({ requireMonitor: false })
  if (!asked.ok) return 'refused'
  const surface = asked.stream.getVideoTracks()[0]?.getSettings().displaySurface
  for (const track of asked.stream.getTracks()) track.stop()
  return surface === undefined ? 'unknown' : surface === 'monitor' ? 'monitor' : 'window'
}

export function ScreenStep({ check, extra, measured }: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await measured({ share: await rehearseShare() })
    setBusy(false)
  }
  return (
    <StepCard step="screen" check={check} extra={extra}>
      <Bar>
        <RunButton
          step="screen"
          made={wasMade(check, 'screen')}
          busy={busy}
          word={t('equipment.screen.ask')}
          onRun={() => void run()}
        />
      </Bar>
    </StepCard>
  )
}
