// A computer that suits every act, and the check of it at the door of a session.
import { acknowledgeCheck, type CheckFacts, readMyEquipment, saveCheck } from '@ochno/contract/equipment'
import type { SessionId } from '@ochno/domain/ids'
import type { Client } from './client.ts'

export const fitMachine = {
  machine: {
    mobile: false,
    os: { windows: true, nt: 10 },
    browser: { brand: 'chrome', major: 150 },
    memoryGb: 8,
    cores: 4,
    extended: false,
    virtualGraphics: false,
    cannotRecord: null,
    storageMb: 5000,
  },
  cameras: [
    {
      width: 640,
      height: 480,
      fps: 15,
      light: { mean: 120, middle: 130, edges: 110, left: 128, right: 132 },
      virtual: false,
      blurred: false,
    },
  ],
  microphone: { speech: 0.3, silence: 0.01, autoGain: false },
  toneHeard: true,
  network: { downMbps: 90, upMbps: 80, rttMs: 30, jitterMs: 5, lost: 0 },
  share: 'monitor',
} as const satisfies CheckFacts

/** Made to the end and acknowledged, where the act makes the examinee answer for the machine; elsewhere nothing. */
export async function machineChecked(client: Client, session: SessionId, facts: CheckFacts = fitMachine) {
  const place = 'examinee' as const
  const { rules } = await client.done(readMyEquipment, { query: { place, session } })
  if (!rules.answered) return
  const { id, rows } = await client.done(saveCheck, { body: { place, session, facts } })
  await client.done(acknowledgeCheck, {
    params: { cid: id },
    body: {
      declared: rows.flatMap(({ item, verdict }) => (verdict === 'declare' ? [item] : [])),
      risk: rows.some(({ verdict }) => verdict === 'risk'),
    },
  })
}
