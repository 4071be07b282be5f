import { type CheckFacts, type CheckView, readMyEquipment, saveCheck } from '@ochno/contract/equipment'
import type { SessionId } from '@ochno/domain/ids'
import { useRef, useState } from 'react'
import { call, type Failure } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { deviceMark } from '../../machine/device-mark.ts'
import { factsToGoOnWith } from './steps.ts'

export type Place = CheckView['place']

/** What was measured so far, and the server's verdicts on it. Each step is saved as soon as it is made. */
export function useEquipment(place: Place, session: SessionId | null) {
  const load = useLoad(readMyEquipment, { query: { place, ...(session ? { session } : {}) } })
  const last = load.is === 'ready' ? load.value.last : null
  const facts = useRef<CheckFacts | null>(null)
  const [check, setCheck] = useState<CheckView | null>(null)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const queue = useRef(Promise.resolve())
  const save = async () => {
    if (!facts.current) return
    setSaving(true)
    const answer = await call(saveCheck, {
      body: { place, session, facts: facts.current, device: deviceMark() },
    })
    setSaving(false)
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) setCheck(answer.body)
  }
  /** One after another: two steps may end at one moment, and the later answer must be the fuller one. */
  const send = () => {
    queue.current = queue.current.then(save)
    return queue.current
  }
  /** What is acknowledged is closed: the next step begins another check with what was measured until now. */
  const measured = async (part: CheckFacts) => {
    facts.current ??= factsToGoOnWith(last, load.is === 'ready' ? Date.parse(load.value.now) : 0)
    facts.current = { ...facts.current, ...part }
    await send()
  }
  return { load, check: check ?? last, setCheck, saving, failure, measured, sendAgain: send }
}

export type Equipment = ReturnType<typeof useEquipment>
