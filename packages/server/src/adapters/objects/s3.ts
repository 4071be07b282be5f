import { S3Client } from 'lean-s3'
import type { ObjectStore } from '../../ports/objects.ts'

export type S3Options = {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
  readonly timeoutMs?: number
}

/** Objects in any S3-compatible store that honours `If-None-Match: *`; one that overwrites silently is refused at start. */
export function s3Objects({ accessKey, secretKey, timeoutMs = 15_000, ...place }: S3Options): ObjectStore {
  const client = new S3Client({ ...place, accessKeyId: accessKey, secretAccessKey: secretKey })
  // Requests are presigned and sent by fetch: the client's own `write` can not carry the write-once header.
  const call = async (
    key: string,
    method: 'GET' | 'PUT' | 'DELETE',
    headers: Record<string, string> = {},
    body?: Uint8Array,
  ) =>
    fetch(client.presign(key, { method, expiresIn: 60 }), {
      method,
      headers,
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    })
  const get: ObjectStore['get'] = async (key, from, to) => {
    const range = from === undefined ? {} : { range: `bytes=${from}-${to === undefined ? '' : to - 1}` }
    const reply = await call(key, 'GET', range)
    const bytes = new Uint8Array(await reply.arrayBuffer())
    if (reply.ok) return bytes
    if (reply.status === 404) return null
    throw new Error(`object store: get answered ${reply.status}`)
  }
  return {
    put: async (key, bytes) => {
      const reply = await call(
        key,
        'PUT',
        { 'if-none-match': '*', 'content-type': 'application/octet-stream' },
        bytes,
      )
      await reply.arrayBuffer()
      if (reply.ok) return 'stored'
      if (reply.status === 412) return 'exists'
      throw new Error(`object store: put answered ${reply.status}`)
    },
    get,
    holds: async (key, bytes) => {
      const back = await get(key)
      return back !== null && Buffer.compare(back, bytes) === 0
    },
    async *list(prefix) {
      for await (const { key, size } of client.listIterating({ prefix })) yield { key, bytes: size }
    },
    remove: async (key) => {
      const reply = await call(key, 'DELETE')
      await reply.arrayBuffer()
      if (!reply.ok && reply.status !== 404) throw new Error(`object store: delete answered ${reply.status}`)
    },
  }
}

/** Some stores answer 200 to a second put of the same key and replace the bytes (platform measurements: s3rver). */
export async function isWriteOnce(store: ObjectStore, key: string): Promise<boolean> {
  await store.put(key, new TextEncoder().encode('first'))
  const second = await store.put(key, new TextEncoder().encode('second'))
  await store.remove(key)
  return second === 'exists'
}
