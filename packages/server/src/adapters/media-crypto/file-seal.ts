import { randomBytes } from 'node:crypto'
import { type KeyEncryption, openBytes, sealBytes } from './media-keys.ts'

type Key = { readonly kek: string; readonly wrapped: Uint8Array }

/**
 * A file under a key of its own; `use` keeps what was sealed for one purpose from being opened as another's. `ring` holds the
 * current key-encryption key first and earlier ones after it.
 */
export function fileSeal(
  ring: readonly KeyEncryption[],
  use: 'identity' | 'scan' | 'mail' | 'paper' | 'factor' | 'federation' | 'bridge' | 'lms' | 'subject',
) {
  const [current] = ring
  if (!current) throw new Error('no key-encryption key')
  return {
    seal: (id: string, plain: Uint8Array) => {
      const own = randomBytes(32)
      return {
        key: { kek: current.id, wrapped: sealBytes(current.key, `${use}-key|${id}`, own) },
        stored: sealBytes(own, `${use}|${id}`, plain),
      }
    },
    open: (id: string, key: Key, stored: Uint8Array) => {
      const kek = ring.find((each) => each.id === key.kek)
      if (!kek) throw new Error(`the key of ${id} is gone`)
      return openBytes(openBytes(kek.key, `${use}-key|${id}`, key.wrapped), `${use}|${id}`, stored)
    },
  }
}
