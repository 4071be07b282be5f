import { Button } from '@mantine/core'
import { readTrial, saveTrial, type TrialPlan, type TrialView } from '@ochno/contract/trial'
import type { StepId } from '@ochno/domain/identity/steps'
import type { SessionId } from '@ochno/domain/ids'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { CheckView } from '../check-view.tsx'
import { trialWays } from '../check-ways.ts'
import { Door } from '../door.tsx'
import { DoorCheckCards } from '../door-check.tsx'
import { missingAt } from '../door-check-view.ts'
import { useDoorCheck } from '../use-door-check.ts'
import { useLevel } from '../use-level.ts'
import type { Clips } from './local-recorder.ts'
import classes from './trial.module.css'
import { TrialDoor } from './trial-door.tsx'
import { TrialFacts } from './trial-facts.tsx'
import { TrialOver } from './trial-over.tsx'
import { TrialRoom } from './trial-room.tsx'
import { TrialStart } from './trial-start.tsx'
import { useLocalRecorder } from './use-local-recorder.ts'

type Stage = 'start' | 'check' | 'door' | 'ready' | 'room' | 'over'

const noClips: Clips = { cam: null, screen: null }

/** The stages of an exam one after the other; what the page saw is put into words at the end. */
export function TrialFlow({
  plan,
  session,
  name,
  zone,
}: {
  plan: TrialPlan
  session: SessionId | null
  name: string
  zone: string
}) {
  const { t } = useTranslation()
  const { recorder, state } = useLocalRecorder()
  const [ways] = useState(() => trialWays(session))
  const check = useDoorCheck(ways, recorder)
  const preview = recorder?.preview() ?? null
  const level = useLevel(preview)
  const [stage, setStage] = useState<Stage>('start')
  const [done, setDone] = useState<readonly StepId[]>([])
  const [unclear, setUnclear] = useState<readonly StepId[]>([])
  const [clips, setClips] = useState<Clips>(noClips)
  const [told, setTold] = useState<TrialView | null>(null)
  const saving = useDo(saveTrial, [readTrial])
  const away = useRef(0)
  const left = plan.steps.filter(({ id }) => !done.includes(id)).map(({ id }) => id)
  const title = plan.exam ? t('trial.titleOf', { exam: plan.exam }) : t('trial.title')

  const end = async () => {
    const recorded = stage === 'room'
    const made = (await recorder?.finish()) ?? noClips
    setClips(made)
    const { lost } = recorder?.getState() ?? state
    const answer = await saving.run({
      body: {
        session,
        facts: check.measured(),
        left,
        unclear: unclear.filter((id) => !left.includes(id)),
        lost: [...lost],
        away: away.current,
        recorded: !recorded || (made.cam !== null && made.screen !== null),
      },
    })
    if (!answer.ok) return
    setTold(answer.body)
    setStage('over')
  }
  const again = () => {
    setDone([])
    setUnclear([])
    setClips(noClips)
    away.current = 0
    location.reload()
  }

  if (stage === 'start')
    return (
      <Door>
        <TrialStart plan={plan} title={title} zone={zone} onStart={() => setStage('check')} />
      </Door>
    )
  if (stage === 'over' && told)
    return (
      <Door>
        <TrialOver told={told} clips={clips} zone={zone} onAgain={again} />
      </Door>
    )
  const strip = (
    <div className={stage === 'room' ? classes.stripInRoom : classes.strip}>
      <Notice
        tone="info"
        title={t('trial.strip')}
        action={
          stage === 'room' ? null : (
            <Button variant="default" size="xs" loading={saving.busy} onClick={() => void end()}>
              {t('trial.endNow')}
            </Button>
          )
        }
      />
      {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
    </div>
  )
  if (stage === 'room')
    return (
      <TrialRoom
        title={title}
        minutes={plan.minutes}
        recorder={recorder}
        state={state}
        preview={preview}
        level={level}
        strip={strip}
        ending={saving.busy}
        onAway={() => {
          away.current += 1
        }}
        onFinish={() => void end()}
      />
    )
  if (stage === 'door')
    return (
      <Door>
        {strip}
        <TrialDoor
          plan={plan}
          title={title}
          name={name}
          done={done}
          recorder={recorder}
          stream={preview}
          level={level}
          onDone={(id, clear) => {
            setDone((before) => [...before.filter((one) => one !== id), id])
            setUnclear((before) =>
              clear ? before.filter((one) => one !== id) : [...new Set([...before, id])],
            )
          }}
          onPass={() => setStage('ready')}
        />
      </Door>
    )
  const atDoor = stage === 'check' && plan.steps.length > 0
  return (
    <Door>
      {strip}
      <CheckView
        title={title}
        length={t('common.duration.minutes', { count: plan.minutes })}
        check={<DoorCheckCards at={check} preview={preview} level={level} least={null} zone={zone} />}
        missing={missingAt(check.check, check.open, check.rules?.answered ?? false)}
        notYet={null}
        starting={false}
        failure={null}
        recorded={<TrialFacts keepHours={plan.keepHours} />}
        door={
          atDoor
            ? { left: plan.steps.length, held: true, byProctor: false, onGo: () => setStage('door') }
            : null
        }
        mendAt="/exam/equipment"
        onStart={() => {
          recorder?.start()
          setStage('room')
        }}
      />
    </Door>
  )
}
