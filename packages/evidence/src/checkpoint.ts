// E-05: a signed tree head in the C2SP checkpoint form: origin, size, base64 root, then signed-note signature lines.
import { base64, concat, equal, unbase64, utf8 } from './bytes.ts'
import { type Hashing, hashing } from './hash.ts'
import { type PublicKey, verifySignature } from './keys.ts'

export type TreeHead = { readonly origin: string; readonly size: bigint; readonly root: Uint8Array }

export type Checkpoint = {
  readonly head: TreeHead
  /** The signed bytes, as they came. */
  readonly body: Uint8Array
  readonly signatures: readonly {
    readonly name: string
    readonly hint: Uint8Array
    readonly sig: Uint8Array
  }[]
}

const ED25519 = 1

export const checkpointBody = (head: TreeHead): string =>
  `${head.origin}\n${head.size}\n${base64(head.root)}\n`

/** The four bytes by which a signed note names its key. */
export function* keyHint(name: string, rawKey: Uint8Array): Hashing<Uint8Array> {
  const digest: Uint8Array = yield concat(utf8(`${name}\n`), Uint8Array.of(ED25519), rawKey)
  return digest.slice(0, 4)
}

export const signedCheckpoint = (head: TreeHead, hint: Uint8Array, sig: Uint8Array): string =>
  `${checkpointBody(head)}\n— ${head.origin} ${base64(concat(hint, sig))}\n`

export function parseCheckpoint(text: string): Checkpoint | null {
  const cut = text.indexOf('\n\n')
  if (cut < 0 || text.length > 16_384 || !text.endsWith('\n')) return null
  const [origin, size, rootText, ...extra] = text.slice(0, cut).split('\n')
  const root = unbase64(rootText ?? '')
  if (!origin || !/^(0|[1-9]\d{0,18})$/.test(size ?? '') || root?.length !== 32 || extra.length > 0)
    return null
  const signatures = []
  for (const line of text.slice(cut + 2, -1).split('\n')) {
    const found = /^— (\S+) (\S+)$/u.exec(line)
    const bytes = unbase64(found?.[2] ?? '')
    if (!found?.[1] || !bytes || bytes.length < 5) return null
    signatures.push({ name: found[1], hint: bytes.slice(0, 4), sig: bytes.slice(4) })
  }
  return {
    head: { origin, size: BigInt(size as string), root },
    body: utf8(text.slice(0, cut + 1)),
    signatures,
  }
}

/** The id of the log key that signed it, or null. */
export async function checkpointKey(
  { head, body, signatures }: Checkpoint,
  keys: readonly Pick<PublicKey, 'id' | 'alg' | 'use' | 'key'>[],
): Promise<string | null> {
  for (const key of keys.filter((candidate) => candidate.use === 'log')) {
    const hint = await hashing(keyHint(head.origin, unbase64(key.key) ?? new Uint8Array()))
    for (const one of signatures)
      if (one.name === head.origin && equal(one.hint, hint) && (await verifySignature(key, body, one.sig)))
        return key.id
  }
  return null
}

export const sameHead = (a: TreeHead, b: TreeHead): boolean =>
  a.origin === b.origin && a.size === b.size && equal(a.root, b.root)
