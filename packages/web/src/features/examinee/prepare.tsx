import type { Recorder } from '@ochno/capture'
import { type DoorView, readDoor } from '@ochno/contract/door'
import { authorizeSession, startSession } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../api/client.ts'
import { keyOf, useLoad } from '../../api/load.ts'
import { putLoaded } from '../../api/put-loaded.ts'
import { recordingBegan } from '../../api/unsent.ts'
import { clock } from '../../ui/clock.ts'
import { moment } from '../../ui/moment.ts'
import { MyBriefingCard } from './my-briefing-card.tsx'
import { MyConsentCard } from './my-consent-card.tsx'
import { ComeFrom } from './come-from.tsx'
import { CheckView } from './check-view.tsx'
import { doorWays } from './check-ways.ts'
import { Door } from './door.tsx'
import { DoorCheckCards } from './door-check.tsx'
import { missingAt } from './door-check-view.ts'
import { DoorHelp } from './door-help.tsx'
import { DoorFlow } from './door-flow.tsx'
import { OutsideIdentity } from './outside-identity.tsx'
import { PermittedCard } from './permitted-card.tsx'
import { type Attempt, heard } from './session-load.ts'
import { useDoorCheck } from './use-door-check.ts'
import { useLeastFace } from './use-least-face.ts'
import { useLevel } from './use-level.ts'

/** Before the start: the check with the devices that will record, and the press that begins everything. */
export function Prepare({
  attempt,
  zone,
  now,
  recorder,
  put,
}: {
  attempt: Attempt
  zone: string
  now: number
  recorder: Recorder | null
  put: (attempt: Attempt) => void
}) {
  const { t, i18n } = useTranslation()
  const { session } = attempt
  const [ways] = useState(() => doorWays(session.id))
  const check = useDoorCheck(ways, recorder)
  const preview = recorder?.preview() ?? null
  const level = useLevel(preview)
  const least = useLeastFace(session.id)
  const [starting, setStarting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const waitMs = Date.parse(session.opensAt) - now
  const { door, putDoor } = useDoor(session.id)
  const [inside, setInside] = useState(false)
  const held = door !== null && door.held !== null
  // Who reloads the page in the middle comes back to where they were.
  const begun = door?.steps.some((step) => step.done) ?? false

  const start = async () => {
    if (!recorder) return
    setStarting(true)
    setFailure(null)
    const authorised = await call(authorizeSession, { params: { sid: session.id } })
    if (!authorised.ok) {
      setStarting(false)
      return setFailure(authorised.failure)
    }
    recordingBegan(session.id)
    await recorder.start()
    const started = await call(startSession, { params: { sid: session.id } })
    put(heard(started.ok ? started.body : authorised.body))
  }

  if (door && door.comeFrom.length > 0)
    return (
      <Door>
        <ComeFrom title={session.exam.title} places={door.comeFrom} />
      </Door>
    )
  if (door && held && waitMs <= 0 && (inside || begun))
    return (
      <Door>
        <DoorFlow session={session} door={door} nowMs={now} recorder={recorder} onDoor={putDoor} />
      </Door>
    )
  return (
    <Door>
      <CheckView
        door={
          door && door.steps.length > 0
            ? {
                left: door.steps.filter((step) => !step.done).length,
                held,
                byProctor: door.by === 'proctor',
                onGo: () => setInside(true),
              }
            : null
        }
        title={session.exam.title}
        help={<DoorHelp session={session.id} />}
        length={t('common.duration.minutes', { count: session.lengthMinutes })}
        check={<DoorCheckCards at={check} preview={preview} level={level} least={least} zone={zone} />}
        missing={missingAt(check.check, check.open, check.rules?.answered ?? false)}
        notYet={
          waitMs > 0
            ? `${t('exam.early.text', { at: moment(session.opensAt, zone, i18n.language) })} ${t('exam.early.inTime', { time: clock(waitMs) })}`
            : null
        }
        starting={starting}
        failure={failure}
        mendAt={`/exam/equipment?session=${session.id}`}
        onStart={() => void start()}
      >
        <MyConsentCard />
        <MyBriefingCard session={session.id} />
        {held ? <OutsideIdentity session={session.id} /> : null}
        <PermittedCard session={session.id} />
      </CheckView>
    </Door>
  )
}

const WAITING_MS = 3_000
const QUIET_MS = 15_000

/** The door of this session; asked often while a proctor may answer, seldom otherwise. */
function useDoor(sid: SessionId) {
  const queries = useQueryClient()
  const input = { params: { sid } }
  const [waiting, setWaiting] = useState(false)
  const load = useLoad(readDoor, input, { everyMs: waiting ? WAITING_MS : QUIET_MS })
  const door = load.is === 'ready' ? load.value : null
  if (door && (door.state === 'waiting') !== waiting) setWaiting(door.state === 'waiting')
  return {
    door,
    putDoor: (next: DoorView) => void putLoaded(queries, keyOf(readDoor, input), { value: next }),
  }
}
