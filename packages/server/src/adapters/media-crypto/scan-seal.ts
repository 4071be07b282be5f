import { randomBytes } from 'node:crypto'
import type { ScanSeal } from '../../ports/consents.ts'
import { type KeyEncryption, openBytes, sealBytes } from './media-keys.ts'

/** `ring` holds the current key-encryption key first and earlier ones after it. */
export function scanSeal(ring: readonly KeyEncryption[]): ScanSeal {
  const [current] = ring
  if (!current) throw new Error('no key-encryption key')
  return {
    seal: (id, plain) => {
      const own = randomBytes(32)
      return {
        key: { kek: current.id, wrapped: sealBytes(current.key, `scan-key|${id}`, own) },
        stored: sealBytes(own, `scan|${id}`, plain),
      }
    },
    open: (id, key, stored) => {
      const kek = ring.find((each) => each.id === key.kek)
      if (!kek) throw new Error(`the key of ${id} is gone`)
      return openBytes(openBytes(kek.key, `scan-key|${id}`, key.wrapped), `scan|${id}`, stored)
    },
  }
}
