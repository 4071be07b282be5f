import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CopiedFile } from './copied.ts'

export const MANIFEST = 'manifest.json'

const manifest = z.strictObject({
  format: z.literal('ochno-backup/1'),
  madeAt: z.iso.datetime(),
  endLsn: z.string(),
  /** Ids of the key-encryption keys the recordings need; the keys themselves lie apart. */
  kek: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifest>

/** The last line is the hash of what stands before it: a list that was cut or edited is noticed too. */
export function writeManifest(value: Manifest): string {
  const body = `${JSON.stringify(value, null, 1)}\n`
  return `${body}${digest(body)}\n`
}

export function readManifest(text: string): Manifest | null {
  const at = text.trimEnd().lastIndexOf('\n') + 1
  const body = text.slice(0, at)
  if (digest(body) !== text.slice(at).trim()) return null
  const parsed = manifest.safeParse(JSON.parse(body))
  return parsed.success && parsed.data.files.every(inside) ? parsed.data : null
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
/** A path that climbs out of the folder would let an edited list write anywhere. */
const inside = ({ path }: CopiedFile): boolean => !path.startsWith('/') && !path.split(/[/\\]/).includes('..')
