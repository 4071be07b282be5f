// Keys on disk: keys/ring.json names every public key there ever was, keys/private/<id>.pem holds what still signs (0400).
import { mkdir, open, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTrust } from '@ochno/evidence/bundle/schema'
import { type KeyUse, keyUses, type PublicKey } from '@ochno/evidence/keys'
import { newPrivateKeyPem, type Signer, signerFromPem } from '@ochno/evidence/node/sign'
import type { KeyRing } from '../../ports/signing.ts'

export async function openKeyRing(dir: string, nowMs: () => number): Promise<KeyRing> {
  await mkdir(join(dir, 'private'), { recursive: true, mode: 0o700 })
  let keys = await readRing(dir)
  const signers = new Map<KeyUse, Signer>()
  for (const key of keys.filter(({ until_ms }) => until_ms === null)) {
    const pem = await readFile(privateFile(dir, key.id), 'utf8')
    const signer = signerFromPem(pem, key.use, key.from_ms)
    if (signer.keyId !== key.id) throw new Error(`keys/private/${key.id}.pem holds another key`)
    signers.set(key.use, signer)
  }

  const signerOf = (use: KeyUse): Signer => {
    const signer = signers.get(use)
    if (!signer) throw new Error(`no ${use} key`)
    return signer
  }

  async function renew(use: KeyUse): Promise<PublicKey> {
    const pem = newPrivateKeyPem()
    const now = nowMs()
    const fresh = signerFromPem(pem, use, now)
    await writeSynced(privateFile(dir, fresh.keyId), pem, 0o400)
    await syncFolder(join(dir, 'private'))
    const before = signers.get(use)
    keys = [
      ...keys.map((key) => (key.id === before?.keyId ? { ...key, until_ms: now } : key)),
      fresh.publicKey,
    ]
    await writeRing(dir, keys)
    signers.set(use, fresh)
    // Whoever steals the disk later can not sign in the name of the past.
    if (before) await unlink(privateFile(dir, before.keyId))
    return fresh.publicKey
  }

  for (const use of keyUses) if (!signers.has(use)) await renew(use)

  return {
    signer: (use) => ({
      get keyId() {
        return signerOf(use).keyId
      },
      get publicKey() {
        return signerOf(use).publicKey
      },
      sign: (bytes) => signerOf(use).sign(bytes),
    }),
    sign: (use, bytes) => {
      const signer = signerOf(use)
      return { keyId: signer.keyId, signature: signer.sign(bytes) }
    },
    current: (use) => signerOf(use).publicKey,
    publicKeys: () => keys,
    rotate: renew,
  }
}

const privateFile = (dir: string, id: string): string => join(dir, 'private', `${id}.pem`)
const ringFile = (dir: string): string => join(dir, 'ring.json')

async function readRing(dir: string): Promise<readonly PublicKey[]> {
  const text = await readFile(ringFile(dir), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '[]'
    throw cause
  })
  const keys = readTrust(text)
  if (!keys) throw new Error('keys/ring.json is damaged; restore it from the copy of the keys')
  return keys
}

async function writeRing(dir: string, keys: readonly PublicKey[]): Promise<void> {
  const fresh = `${ringFile(dir)}.new`
  await writeSynced(fresh, `${JSON.stringify(keys, null, 2)}\n`, 0o600)
  await rename(fresh, ringFile(dir))
  await syncFolder(dir)
}

const writeSynced = (path: string, text: string, mode: number): Promise<void> =>
  writeFile(path, text, { mode, flush: true })

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r')
  await folder.sync().finally(() => folder.close())
}
