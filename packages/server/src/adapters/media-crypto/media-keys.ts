// ING-27: AES-256-GCM per record under the session's own key; that key lies in the database wrapped by one that does not.
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { MediaKeys } from '../../ports/ingest.ts'

const NONCE = 12
const TAG = 16
const encoder = new TextEncoder()

export type KeyEncryption = { readonly id: string; readonly key: Uint8Array }

// A call for twelve random bytes costs as much as hashing fifty kilobytes: they are drawn by the thousand, each used once.
let drawn = Buffer.alloc(0)
let used = 0
function freshNonce(): Uint8Array {
  if (used === drawn.length) {
    drawn = randomBytes(NONCE * 1024)
    used = 0
  }
  used += NONCE
  return drawn.subarray(used - NONCE, used)
}

export const sealPieces = (
  key: Uint8Array | KeyObject,
  aad: string,
  plain: Uint8Array,
): readonly Uint8Array[] => {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(encoder.encode(aad))
  const body = cipher.update(plain)
  cipher.final()
  return [nonce, body, cipher.getAuthTag()]
}

export const sealBytes = (key: Uint8Array, aad: string, plain: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat(sealPieces(key, aad, plain)))

/** Throws when a byte of it was changed or it belongs elsewhere. */
export const openBytes = (key: Uint8Array, aad: string, stored: Uint8Array): Uint8Array => {
  const cipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, NONCE))
  cipher.setAAD(encoder.encode(aad))
  cipher.setAuthTag(stored.subarray(stored.length - TAG))
  const plain = cipher.update(stored.subarray(NONCE, stored.length - TAG))
  cipher.final()
  return plain
}

export const STORED_OVERHEAD = NONCE + TAG

/** `ring` holds the current key-encryption key first and earlier ones after it. */
export function mediaKeys(
  pool: pg.Pool,
  ring: readonly KeyEncryption[],
): MediaKeys & { readonly forget: (session: SessionId) => void } {
  const known = new Map<SessionId, Promise<Uint8Array>>()
  const [current] = ring
  if (!current) throw new Error('no key-encryption key')
  const wrapAad = (session: SessionId) => `media-key|${session}`

  async function load(tenant: TenantId, session: SessionId): Promise<Uint8Array> {
    const fresh = randomBytes(32)
    await pool.query({
      name: 'media_key_make',
      text: `insert into media_key (session_id, tenant_id, kek_id, wrapped, created_at) values ($1, $2, $3, $4, now())
             on conflict (session_id) do nothing`,
      values: [
        session,
        tenant,
        current?.id,
        sealBytes((current as KeyEncryption).key, wrapAad(session), fresh),
      ],
    })
    return find(session)
  }

  async function find(session: SessionId): Promise<Uint8Array> {
    const { rows } = await pool.query<{ kek_id: string; wrapped: Buffer }>({
      name: 'media_key_find',
      text: 'select kek_id, wrapped from media_key where session_id = $1',
      values: [session],
    })
    const [row] = rows
    const kek = ring.find((each) => each.id === row?.kek_id)
    if (!row || !kek) throw new Error(`the key of ${session} is gone`)
    return openBytes(kek.key, wrapAad(session), row.wrapped)
  }

  function keyOf(session: SessionId, get: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = known.get(session) ?? get()
    known.set(session, found)
    found.catch(() => known.delete(session))
    return found
  }

  return {
    sealer: async (tenant, session) => {
      const key = createSecretKey(await keyOf(session, () => load(tenant, session)))
      return (aad, payload) => sealPieces(key, aad, payload)
    },
    open: async (_tenant, session, aad, stored) =>
      openBytes(await keyOf(session, () => find(session)), aad, stored),
    derive: async (tenant, session, purpose) => {
      const key = await keyOf(session, () => load(tenant, session))
      return new Uint8Array(hkdfSync('sha256', key, session, `ochno ${purpose}`, 32))
    },
    forget: (session) => void known.delete(session),
  }
}
