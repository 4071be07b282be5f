// Exports, receipts and public keys over HTTP.
import { Readable } from 'node:stream'
import type { evidenceRoutes } from '@ochno/contract/evidence'
import type { Role } from '@ochno/domain/access/table'
import type { Asker, EvidenceDeps } from '../features/evidence/deps.ts'
import { askExport, endOfGrant, grantExport, listExports, mayTake } from '../features/evidence/exports.ts'
import { listReceipts } from '../features/evidence/list-receipts.ts'
import { writeBundle } from '../features/evidence/write-bundle.ts'
import type { ExportId } from '../ports/evidence.ts'
import { fromOwnPage } from './guard.ts'
import type { Actor, Handlers } from './seam.ts'

const roleOf = (roles: readonly Role[]) => (roles.includes('commission') ? 'commission' : 'dpo')
const askerOf = ({ actor }: { readonly actor: Actor }): Asker => ({ ...actor, role: roleOf(actor.roles) })

export function evidenceHandlers(deps: EvidenceDeps): Handlers<typeof evidenceRoutes> {
  return {
    askExport: async (context, { params, body }) => {
      const asked = await askExport(deps, askerOf(context), params.sid, body)
      return asked.ok ? { ok: true, body: { id: asked.id } } : asked
    },

    listExports: async (context) => ({
      ok: true,
      body: {
        now: context.now.toString(),
        rows: (await listExports(deps, askerOf(context))).map((row) => ({
          id: row.id,
          session: row.session,
          examTitle: row.examTitle,
          examineeName: row.examineeName,
          purpose: row.purpose,
          ground: row.ground,
          askedBy: { id: row.askedBy, name: row.askedByName },
          askedAt: row.askedAt.toString(),
          grantedBy: row.grantedBy && { id: row.grantedBy, name: row.grantedByName ?? '' },
          grantedAt: row.grantedAt?.toString() ?? null,
          endsAt: endOfGrant(row)?.toString() ?? null,
        })),
      },
    }),

    grantExport: async (context, { params }) => {
      const granted = await grantExport(deps, askerOf(context), params.xid as ExportId)
      return granted.ok ? { ok: true, body: { endsAt: granted.endsAt.toString() } } : granted
    },

    takeExport: async (context, { params }, { request, reply }) => {
      if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
      const right = await mayTake(deps, askerOf(context), params.xid as ExportId)
      if (!right.ok) return right
      const bundle = await writeBundle(deps, right.export)
      if (!bundle) return { ok: false, why: 'not_found' }
      reply
        .header('cache-control', 'private, no-store')
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${right.export.session}.zip"`)
      await reply.send(Readable.from(bundle, { objectMode: false }))
      return undefined
    },

    takeReceipts: async (context, { params }, { request, reply }) => {
      if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
      const receipts = await listReceipts(deps, context.actor, params.sid)
      if (!receipts.ok) return receipts
      reply
        .header('cache-control', 'private, no-store')
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${params.sid}-receipts.json"`)
      await reply.send(Readable.from(receipts.text, { objectMode: false }))
      return undefined
    },

    readKeys: async () => ({ ok: true, body: { keys: [...deps.keys.publicKeys()] } }),
  }
}
