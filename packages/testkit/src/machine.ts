// A computer that suits every act, and the check of it at the door of a session.
import { acknowledgeCheck, type CheckFacts, readMyEquipment, saveCheck } from '@ochno/contract/equipment'
import { fitFacts } from '@ochno/domain/equipment/fit-facts'
import type { SessionId } from '@ochno/domain/ids'
import type { Client } from './client.ts'

export const fitMachine = {
  ...fitFacts,
  machine: { ...fitFacts.machine, browser: { brand: 'chrome', major: 150 } },
  network: { ...fitFacts.network, downMbps: 90, upMbps: 80 },
} satisfies CheckFacts

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
