// A file a person asked for: kept by no cache, named in their language, saved and not shown.
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const

export type SentFile = {
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  /** Without its ending. */
  readonly name: string
  readonly as: keyof typeof types
  /** In letters every browser takes, for one that can not read the other. */
  readonly plain?: string
}

export async function sendFile(
  reply: FastifyReply,
  { bytes, name, as, plain = 'file' }: SentFile,
): Promise<undefined> {
  const whole = bytes instanceof Uint8Array
  if (whole) reply.header('content-length', bytes.length)
  await reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', types[as])
    .header(
      'content-disposition',
      `attachment; filename="${plain}.${as}"; filename*=UTF-8''${encodeURIComponent(`${name}.${as}`)}`,
    )
    .send(Readable.from(whole ? [bytes] : bytes, { objectMode: false }))
  return undefined
}
