// The outbox holds pictures of a person on a machine we do not own: at rest they are encrypted under a key the server
// gives out with the lease and the page keeps in memory only (ASVS V14.3.3).

export type SealBox = {
  readonly seal: (bytes: Uint8Array, about: string) => Promise<Uint8Array>
  /** Null: torn, changed, or another key's. */
  readonly open: (box: Uint8Array, about: string) => Promise<Uint8Array | null>
}

const IV = 12

export async function aesSealBox(rawKey: Uint8Array): Promise<SealBox> {
  const key = await crypto.subtle.importKey('raw', rawKey as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  const params = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(about),
  })
  return {
    seal: async (bytes, about) => {
      const iv = crypto.getRandomValues(new Uint8Array(IV))
      const body = new Uint8Array(
        await crypto.subtle.encrypt(params(iv, about), key, bytes as Uint8Array<ArrayBuffer>),
      )
      const box = new Uint8Array(IV + body.length)
      box.set(iv)
      box.set(body, IV)
      return box
    },
    open: async (box, about) => {
      if (box.length < IV + 16) return null
      try {
        return new Uint8Array(
          await crypto.subtle.decrypt(
            params(new Uint8Array(box.subarray(0, IV)), about),
            key,
            new Uint8Array(box.subarray(IV)),
          ),
        )
      } catch {
        return null
      }
    },
  }
}

/** For a server that gives no key: readable by whoever reads the disk, and said so as a warning. */
export const plainBox = (): SealBox => ({ seal: async (bytes) => bytes, open: async (box) => box })
