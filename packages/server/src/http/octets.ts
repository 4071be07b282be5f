import type { FastifyRequest } from 'fastify'
import type { Refused } from './seam.ts'

/** A body of bytes; what is longer than the limit is refused before it is read to its end, a file is looked through after it. */
export async function readOctets(
  request: FastifyRequest,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | Refused> {
  const { raw } = request
  if (Number(raw.headers['content-length'] ?? 0) > limit) return { ok: false, why: 'too_large' }
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of raw) {
    size += (piece as Buffer).length
    if (size > limit) {
      raw.resume()
      return { ok: false, why: 'too_large' }
    }
    pieces.push(piece as Buffer)
  }
  if (!raw.complete) throw Object.assign(new Error('the body ended early'), { statusCode: 400 })
  const bytes = new Uint8Array(Buffer.concat(pieces))
  const looked = await request.lookThrough?.(bytes)
  return looked && !looked.ok ? looked : { bytes }
}
