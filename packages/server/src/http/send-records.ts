// T-33: pieces of a recording are kept by no cache and opened by no other page.
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export async function sendRecords(reply: FastifyReply, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', 'attachment')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(Readable.from(bytes, { objectMode: false }))
}
