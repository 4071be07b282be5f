import { randomBytes } from 'node:crypto'
import type { TextKept, TextKey, TextPlace, TextSeal } from '../../ports/texts.ts'
import { type KeyEncryption, openBytes, sealBytes } from './media-keys.ts'

const wrapAad = ({ session, kept }: { readonly session: string; readonly kept: TextKept }) =>
  `text-key|${kept}|${session}`
const textAad = ({ session, kept, place }: TextPlace) => `text|${kept}|${session}|${place}`

/** `ring` holds the current key-encryption key first and earlier ones after it. */
export function textSeal(ring: readonly KeyEncryption[]): TextSeal {
  const [current] = ring
  if (!current) throw new Error('no key-encryption key')
  const unwrap = (at: TextPlace, { kek, wrapped }: TextKey) => {
    const outer = ring.find(({ id }) => id === kek)
    if (!outer) throw new Error(`the key over the words of ${at.session} is not here`)
    return openBytes(outer.key, wrapAad(at), wrapped)
  }
  return {
    newKey: (session, kept) => ({
      kek: current.id,
      wrapped: sealBytes(current.key, wrapAad({ session, kept }), randomBytes(32)),
    }),
    seal: (at, key, words) =>
      sealBytes(unwrap(at, key), textAad(at), new TextEncoder().encode(JSON.stringify(words))),
    open: (at, key, sealed) =>
      JSON.parse(new TextDecoder().decode(openBytes(unwrap(at, key), textAad(at), sealed))),
  }
}
