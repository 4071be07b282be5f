/** SHA-256 by WebCrypto; `node/hash.ts` has the synchronous twin for hot paths. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

/**
 * An algorithm that needs digests: it yields bytes and is handed their SHA-256. Written once, it runs on WebCrypto
 * (`hashing`) and on node:crypto (`node/hash.ts` `hashingSync`).
 */
export type Hashing<T> = Generator<Uint8Array, T, Uint8Array>

export async function hashing<T>(steps: Hashing<T>): Promise<T> {
  let step = steps.next()
  while (!step.done) step = steps.next(await sha256(step.value))
  return step.value
}
