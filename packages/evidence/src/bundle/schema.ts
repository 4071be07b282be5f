// Strict readers of a bundle's JSON: a member too many is as wrong as a member too few.
import { unbase64, unhex } from '../bytes.ts'
import { canonical } from '../jcs.ts'
import { type KeyUse, keyUses, type PublicKey } from '../keys.ts'
import type { Manifest, SessionFact } from '../manifest.ts'
import type { EarlierHead, LogEntry, ManifestSignature, RecordLine } from './layout.ts'

type Check = (value: unknown) => boolean

const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === Object.keys(members).length &&
    Object.entries(members).every(([name, check]) => check((value as Record<string, unknown>)[name]))

const list =
  (check: Check, max: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(check)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const is =
  (wanted: unknown): Check =>
  (value) =>
    value === wanted

const natural: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const integer: Check = (value) => Number.isSafeInteger(value)
const text: Check = (value) => typeof value === 'string' && value.length <= 200
const word: Check = (value) => typeof value === 'string' && /^[a-z0-9_]{1,64}$/.test(value)
const digest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const keyId: Check = (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
const octets =
  (length: number): Check =>
  (value) =>
    typeof value === 'string' && value.length < 400 && unbase64(value)?.length === length
const flag: Check = (value) => typeof value === 'boolean'
const pair: Check = (value) => list(integer, 2)(value) && (value as unknown[]).length === 2

const track = shape({
  tid: word,
  nonce: digest,
  count: natural,
  bytes: natural,
  chain: digest,
  last: orNull(natural),
  head: orNull(digest),
  ended: flag,
  missing: list(pair, 100_000),
  covered_ms: orNull(natural),
  gaps: list(pair, 100_000),
})

const manifest = shape({
  v: is(1),
  alg: is('Ed25519'),
  key: keyId,
  tenant: word,
  exam: word,
  sid: word,
  from_ms: natural,
  to_ms: natural,
  closed_ms: natural,
  policy: digest,
  leaves: natural,
  root: digest,
  events: natural,
  events_root: digest,
  tracks: list(track, 16),
})

const meta = shape({
  v: is(1),
  sid: word,
  tid: word,
  n: natural,
  epoch: natural,
  seq: natural,
  kind: natural,
  size: natural,
  sha256: digest,
  head: digest,
  srv_ms: natural,
  cli_ms: integer,
  mono_ms: integer,
  late_ms: natural,
})

const line = shape({ meta, header: octets(128), sig: octets(64), key: keyId, file: text, at: natural })
const key = shape({
  id: keyId,
  alg: is('Ed25519'),
  use: (value) => keyUses.includes(value as KeyUse),
  key: octets(32),
  from_ms: natural,
  until_ms: orNull(natural),
})
const fact: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, one]) => word(name) && (text(one) || integer(one) || one === null)) &&
  word((value as SessionFact).type) &&
  natural((value as SessionFact).at_ms)

const proof = list(octets(32), 64)
const entry = shape({
  leaf: (value) => typeof value === 'string' && value.length < 16_384,
  index: natural,
  proof,
  salt: (value) => typeof value === 'string' && (unhex(value)?.length ?? 0) >= 16 && value.length <= 128,
  details: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
})
const head = shape({ checkpoint: (value) => typeof value === 'string', proof })

/** Parsed, of the right shape, and written canonically (so that it has one reading); else null. */
function strict<T>(check: Check): (source: string) => T | null {
  return (source) => {
    try {
      const value: unknown = JSON.parse(source)
      return check(value) && canonical(value) === source ? (value as T) : null
    } catch {
      return null
    }
  }
}

export const readManifest = strict<Manifest>(manifest)
export const readSignature = strict<ManifestSignature>(shape({ key: keyId, sig: octets(64) }))
/** No key twice. */
const keyList: Check = (value) =>
  list(key, 1000)(value) && new Set((value as PublicKey[]).map(({ id }) => id)).size === (value as []).length

export const readKeys = strict<readonly PublicKey[]>(keyList)
export const readLine = strict<RecordLine>(line)
export const readFacts = strict<readonly SessionFact[]>(list(fact, 1_000_000))
export const readEntry = strict<LogEntry>(entry)
export const readHeads = strict<readonly EarlierHead[]>(list(head, 10_000))

/** A commission's own key file may be pretty-printed. */
export function readTrust(source: string): readonly PublicKey[] | null {
  try {
    const value: unknown = JSON.parse(source)
    const keys = Array.isArray(value) ? value : (value as { keys?: unknown } | null)?.keys
    return keyList(keys) ? (keys as readonly PublicKey[]) : null
  } catch {
    return null
  }
}
