// Reads the keys of a platform at the one address its administrator gave: no redirects, ten seconds, 256 KiB.
import { readLaunch } from '@ochno/domain/lms/launch'
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  errors,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose'
import type { KeyTrouble, LaunchTokens } from '../../ports/lms.ts'

const WAIT_MS = 10_000
const MOST_BYTES = 256 * 1024
/** Words older than this, or from so far ahead, are no launch. */
const LAUNCH_LASTS = '5 minutes'
const CLOCKS_DIFFER_S = 60
/** Keys that were read are believed so long; a key nobody knows is looked for sooner, but not at every request. */
const KEYS_LAST_MS = 10 * 60_000
const ASK_AGAIN_MS = 10_000
const ANSWER_LASTS_S = 300

type Kept = { readonly keys: Promise<JSONWebKeySet>; readonly at: number; failed: boolean }

async function fetchKeys(address: string): Promise<JSONWebKeySet> {
  const response = await fetch(address, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(WAIT_MS),
  })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > MOST_BYTES) throw new SyntaxError('the answer is too long')
    parts.push(part)
  }
  const read: unknown = response.ok ? JSON.parse(Buffer.concat(parts).toString('utf8')) : null
  const keys = (read as { keys?: unknown } | null)?.keys
  // Only what may sign for RS256; a symmetric key in a public set would be everybody's.
  const usable = Array.isArray(keys) ? keys.filter((one) => one?.kty === 'RSA') : []
  if (usable.length === 0) throw new SyntaxError('no keys')
  return { keys: usable }
}

function keyTrouble(error: unknown): KeyTrouble {
  if (error instanceof SyntaxError) return 'no_keys'
  for (let one = error, depth = 0; one instanceof Error && depth < 6; one = one.cause, depth++)
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test((one as { code?: string }).code ?? ''))
      return 'wrong_certificate'
  return 'unreachable'
}

export function launchTokens(monoMs: () => number): LaunchTokens {
  const kept = new Map<string, Kept>()
  /** A class that comes at once asks once, and so does whoever knocks at a platform that is away. */
  const keysAt = (address: string, newerThanMs: number): Promise<JSONWebKeySet> => {
    const known = kept.get(address)
    const lasts = known?.failed ? ASK_AGAIN_MS : newerThanMs
    if (known && monoMs() - known.at < lasts) return known.keys
    const asked: Kept = { keys: fetchKeys(address), at: monoMs(), failed: false }
    asked.keys.catch(() => {
      asked.failed = true
    })
    kept.set(address, asked)
    return asked.keys
  }
  return {
    async read(token, platform, { nonce, now }) {
      const verify = (keys: JSONWebKeySet) =>
        jwtVerify(token, createLocalJWKSet(keys), {
          algorithms: ['RS256'],
          issuer: platform.issuer,
          audience: platform.clientId,
          maxTokenAge: LAUNCH_LASTS,
          clockTolerance: CLOCKS_DIFFER_S,
          currentDate: new Date(now.epochMilliseconds),
          requiredClaims: ['exp', 'iat', 'nonce', 'sub'],
        })
      try {
        const first = await keysAt(platform.keysUrl, KEYS_LAST_MS)
        const { payload } = await verify(first).catch(async (error: unknown) => {
          // The platform may have changed its keys.
          if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
          return verify(await keysAt(platform.keysUrl, ASK_AGAIN_MS))
        })
        if (payload.nonce !== nonce) return { ok: false, why: 'launch_wrong' }
        const read = readLaunch(payload, platform)
        return read.ok ? read : { ok: false, why: 'launch_wrong' }
      } catch (error) {
        return { ok: false, why: error instanceof errors.JOSEError ? 'launch_wrong' : 'launch_away' }
      }
    },
    async tryKeys(address) {
      try {
        return { ok: true, keys: (await fetchKeys(address)).keys.length }
      } catch (error) {
        return { ok: false, why: keyTrouble(error) }
      }
    },
    async makeKey() {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
      const jwk = await exportJWK(publicKey)
      const kid = await calculateJwkThumbprint(jwk)
      const shown = { kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '', kid, alg: 'RS256', use: 'sig' }
      return { kid, public: shown, secret: await exportPKCS8(privateKey) }
    },
    async sign({ kid, secret }, claims, now) {
      const at = Math.floor(now.epochMilliseconds / 1000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuedAt(at)
        .setExpirationTime(at + ANSWER_LASTS_S)
        .sign(await importPKCS8(secret, 'RS256'))
    },
  }
}
