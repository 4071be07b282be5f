// The check of machines, and the measuring of the line to this server.
import { type equipmentRoutes, PROBE_MOST_BYTES } from '@ochno/contract/equipment'
import { randomBytes } from 'node:crypto'
import { acknowledgeCheck, saveCheck } from '../features/equipment/check-machine.ts'
import type { EquipmentDeps } from '../features/equipment/deps.ts'
import { probeBudget } from '../features/equipment/probe-budget.ts'
import {
  changeBrowsers,
  listChecks,
  readBrowsers,
  readMyEquipment,
  readRequirements,
} from '../features/equipment/read-checks.ts'
import type { PublishedRules } from '../ports/equipment.ts'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

export function equipmentHandlers(
  deps: EquipmentDeps & { readonly published: PublishedRules; readonly monoMs: () => number },
): Handlers<typeof equipmentRoutes> {
  const budget = probeBudget(deps.monoMs)
  // Not to be packed on the way, and made once: the processor is the recordings'.
  const noise = randomBytes(PROBE_MOST_BYTES)
  return {
    readRequirements: (_context, { query }) => readRequirements(deps.published, query.institution ?? null),
    readMyEquipment: ({ actor, now }, { query }) =>
      readMyEquipment(
        deps,
        actor,
        { place: query.place, session: query.session ?? null, device: query.device ?? null },
        now,
      ),
    saveCheck: ({ actor, now }, { body }) => saveCheck(deps, actor, body, now),
    acknowledgeCheck: ({ actor, now }, { params, body }) =>
      acknowledgeCheck(deps, actor, params.cid, body, now),
    listChecks: ({ actor }, { query }) =>
      listChecks(
        deps,
        actor,
        { exam: query.exam ?? null, find: query.find?.trim() ?? '', doubtful: query.which === 'doubtful' },
        askedPage(query),
      ),
    readBrowsers: async ({ actor }) => ({ ok: true, body: await readBrowsers(deps, actor.tenant) }),
    changeBrowsers: async ({ actor, now }, { body }) => ({
      ok: true,
      body: await changeBrowsers(deps, actor, body, now),
    }),
    probeDown: async ({ actor }, { query }, { reply }) => {
      const taken = budget.transfer(actor.account, query.bytes)
      if (!taken.ok) return taken
      reply.raw.once('close', taken.done)
      reply.type('application/octet-stream').send(noise.subarray(0, query.bytes))
      return undefined
    },
    probeUp: async ({ actor }, _input, { request: { raw } }) => {
      const told = Number(raw.headers['content-length'] ?? PROBE_MOST_BYTES)
      if (!(told <= PROBE_MOST_BYTES)) return { ok: false, why: 'too_large' }
      const taken = budget.transfer(actor.account, told)
      if (!taken.ok) return taken
      try {
        let bytes = 0
        for await (const chunk of raw as AsyncIterable<Buffer>) {
          bytes += chunk.length
          if (bytes > PROBE_MOST_BYTES) return { ok: false, why: 'too_large' }
        }
        return { ok: true, body: { bytes } }
      } finally {
        taken.done()
      }
    },
    probePing: async ({ actor }) => {
      const may = budget.ping(actor.account)
      return may.ok ? { ok: true, body: undefined } : may
    },
  }
}
