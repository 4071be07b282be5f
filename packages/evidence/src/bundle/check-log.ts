// The journal's part: the head is signed, the manifest's leaf is under it, and no head the commission holds tells another story.
import { hex, unbase64, unhex, utf8 } from '../bytes.ts'
import { type Checkpoint, checkpointKey, parseCheckpoint, sameHead, type TreeHead } from '../checkpoint.ts'
import { hashing } from '../hash.ts'
import { commitment } from '../journal.ts'
import type { PublicKey } from '../keys.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../merkle.ts'
import type { EarlierHead, LogEntry } from './layout.ts'
import type { Findings } from './report.ts'

export type LogFiles = {
  readonly entry: LogEntry
  readonly checkpoint: string
  readonly heads: readonly EarlierHead[]
}

export async function checkLog(
  log: LogFiles,
  manifest: { readonly digest: string; readonly sid: string },
  keys: readonly PublicKey[],
  /** Heads the commission brought from elsewhere. */
  held: readonly string[],
  findings: Findings,
): Promise<TreeHead | null> {
  const newest = await signedHead(log.checkpoint, keys, findings, 'log/checkpoint.txt')
  if (!newest) return null
  await checkEntry(log.entry, newest.head, manifest, findings)
  const earlier = new Map<bigint, TreeHead>([[newest.head.size, newest.head]])
  for (const { checkpoint, proof } of log.heads) {
    const head = await signedHead(checkpoint, keys, findings, 'log/heads.json')
    if (!head) continue
    findings.count('log')
    const { size, root } = head.head
    const claim = { size1: size, size2: newest.head.size, root1: root, root2: newest.head.root }
    const continues = await hashing(verifyConsistency({ ...claim, proof: proof.map(octets) }))
    if (head.head.origin !== newest.head.origin || !continues) findings.problem('consistency', String(size))
    else earlier.set(size, head.head)
  }
  for (const text of held) await checkHeld(text, newest, earlier, keys, findings)
  return newest.head
}

async function signedHead(
  text: string,
  keys: readonly PublicKey[],
  findings: Findings,
  where: string,
): Promise<Checkpoint | null> {
  findings.count('log')
  const checkpoint = parseCheckpoint(text)
  if (checkpoint && (await checkpointKey(checkpoint, keys))) return checkpoint
  findings.problem(checkpoint ? 'head_signature' : 'log_form', where)
  return null
}

async function checkEntry(
  entry: LogEntry,
  head: TreeHead,
  manifest: { readonly digest: string; readonly sid: string },
  findings: Findings,
): Promise<void> {
  findings.count('log', 2)
  const committed = await hashing(commitment(unhex(entry.salt) as Uint8Array, entry.details))
  const leaf = parsed(entry.leaf)
  const speaksOfThis =
    leaf?.object === manifest.sid &&
    leaf.action === 'recording.close' &&
    leaf.details === hex(committed) &&
    entry.details.manifest === manifest.digest
  if (!speaksOfThis) findings.problem('log_entry', `№ ${entry.index}`)
  const included = await hashing(
    verifyInclusion({
      index: BigInt(entry.index),
      size: head.size,
      leaf: await hashing(leafHash(utf8(entry.leaf))),
      proof: entry.proof.map(octets),
      root: head.root,
    }),
  )
  if (!included) findings.problem('inclusion', `№ ${entry.index}`)
}

/** E-T3: a head from outside either is one of the bundle's, or is continued by it, or proves that there are two logs. */
async function checkHeld(
  text: string,
  newest: Checkpoint,
  earlier: ReadonlyMap<bigint, TreeHead>,
  keys: readonly PublicKey[],
  findings: Findings,
): Promise<void> {
  const held = await signedHead(text, keys, findings, '--sth')
  if (!held) return
  const same = earlier.get(held.head.size)
  if (held.head.origin !== newest.head.origin || (same && !sameHead(same, held.head)))
    findings.problem('split_view', String(held.head.size))
  else if (!same) findings.lack('head_not_covered', String(held.head.size))
}

const octets = (text: string): Uint8Array => unbase64(text) ?? new Uint8Array()

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
