// The HTTP lane (ING-13) and the lease (ING-15).
import type { ingestRoutes } from '@ochno/contract/ingest'
import { trackByNumber } from '@ochno/domain/recording/track'
import { base64 } from '@ochno/evidence/bytes'
import type { PublicKey } from '@ochno/evidence/keys'
import { HEADER, readHeader } from '@ochno/evidence/record'
import type { FastifyRequest } from 'fastify'
import { takeFrame } from '../features/ingest/door.ts'
import type { Leases } from '../features/ingest/leases.ts'
import { LIMITS } from '../features/ingest/refusal.ts'
import { accepts } from '@ochno/domain/recording/window'
import type { Audit } from '../ports/audit.ts'
import type { MediaKeys } from '../ports/ingest.ts'
import { type LaneDeps, tracksNow } from '../features/ingest/hello.ts'
import type { Handlers, Refused } from './seam.ts'

export type IngestHttpDeps = LaneDeps & {
  readonly leases: Leases
  readonly audit: Audit
  readonly digestText: (text: string) => Uint8Array
  readonly keys: Pick<MediaKeys, 'derive'>
  readonly receiptKeys: () => readonly PublicKey[]
  /** False past the limit from which no new recording begins (ING-34). */
  readonly diskTakesNew: () => boolean
}

export function ingestHandlers(deps: IngestHttpDeps): Handlers<typeof ingestRoutes> {
  return {
    takeLease: async ({ actor, now }, { params, body }) => {
      const { sid } = params
      const may = await deps.entrance.seat(actor, sid)
      if (!may.ok) return may
      const { deauthorizedMs, authorizedMs } = may.seat
      if (deauthorizedMs !== null && !accepts(may.seat, deps.policy, deps.nowMs()))
        return { ok: false, why: 'closed' }
      if (authorizedMs === null && !deps.diskTakesNew()) return { ok: false, why: 'disk' }
      const taken = await deps.leases.take(actor.tenant, sid, deps.digestText(body.device))
      if (taken.ok ? taken.changedDevice : true)
        await deps.audit.record({
          at: now,
          tenant: actor.tenant,
          actor: actor.account,
          role: 'examinee',
          action: 'recording.lease',
          object: sid,
          purpose: 'violations',
          result: taken.ok ? 'ok' : 'refused',
        })
      if (!taken.ok) return { ok: false, why: 'lease_taken', retryAfterS: taken.retryAfterS }
      const outboxKey = await deps.keys.derive(actor.tenant, sid, 'outbox')
      const keys = deps.receiptKeys().map((key) => ({ ...key }))
      return {
        ok: true,
        body: {
          lease: taken.lease,
          expiresInS: deps.policy.leaseMs / 1000,
          keys,
          outboxKey: base64(outboxKey),
        },
      }
    },

    readTracks: async ({ actor }, { params, query }) => {
      const may = await deps.entrance.enter(actor, params.sid, query.lease)
      if (!may.ok) return may
      const tracks = await tracksNow(deps, may.door)
      return { ok: true, body: { session: params.sid, serverMs: deps.nowMs(), tracks } }
    },

    putFragment: async ({ actor }, { params, query }, { request }) => {
      const may = await deps.entrance.enter(actor, params.sid, query.lease)
      if (!may.ok) return may
      const frame = await readBody(request)
      if (!('bytes' in frame)) return frame
      // A slow body may outlive the lease it began under: what it carries is no part of what the new holder was told.
      if (!deps.entrance.still(params.sid, query.lease)) return { ok: false, why: 'lease_taken' }
      const header = readHeader(frame.bytes)
      if (!header || header.seq !== params.seq || trackByNumber(header.track) !== params.tid)
        return { ok: false, why: 'malformed' }
      return new Promise((resolve) => {
        takeFrame(deps, may.door, frame.bytes, (_tid, _seq, outcome) => {
          if (outcome.ok) resolve({ ok: true, body: outcome.receipt })
          else
            resolve({
              ok: false,
              why: outcome.why,
              ...(outcome.retryAfterS ? { retryAfterS: outcome.retryAfterS } : {}),
            })
        })
      })
    },
  }
}

/** At most one record; what is longer is refused before it is read to its end. */
function readBody({ raw }: FastifyRequest): Promise<{ readonly bytes: Uint8Array } | Refused> {
  const limit = HEADER + LIMITS.payload
  const told = Number(raw.headers['content-length'] ?? Number.NaN)
  if (told > limit) return Promise.resolve({ ok: false, why: 'too_large' })
  // Bodies are large and many: events and one buffer of the right size cost half of what an async iterator does.
  return new Promise((resolve, reject) => {
    let bytes = Buffer.allocUnsafeSlow(Number.isNaN(told) ? limit : told)
    let size = 0
    raw.on('data', (chunk: Buffer) => {
      if (size + chunk.length > bytes.length) {
        raw.removeAllListeners('data').resume()
        resolve({ ok: false, why: 'too_large' })
        return
      }
      size += chunk.copy(bytes, size)
    })
    raw.on('end', () => {
      if (size < bytes.length) bytes = bytes.subarray(0, size)
      resolve({ bytes })
    })
    raw.on('close', () => {
      if (!raw.complete) reject(Object.assign(new Error('the body ended early'), { statusCode: 400 }))
    })
    raw.on('error', reject)
  })
}
