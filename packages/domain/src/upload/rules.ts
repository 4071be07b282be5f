// What a file sent to us may be: its kind by its own first bytes, its size, and how much of it the administrator allows (R0-5.1c).
import { SCAN_BYTES } from '../consent/scan.ts'
import { PICTURE_BYTES } from '../identity/picture.ts'

export const uploadKinds = ['pdf', 'jpeg', 'png', 'xlsx', 'csv', 'webm', 'ogg'] as const
export type UploadKind = (typeof uploadKinds)[number]

/** `paper`: signed papers and documents; `table`: lists of people; `identity`: what camera and microphone show at the door. */
export const uploadPurposes = ['paper', 'table', 'identity'] as const
export type UploadPurpose = (typeof uploadPurposes)[number]

export const TABLE_BYTES = 5 * 1024 * 1024

export type UploadRule = { readonly maxBytes: number; readonly kinds: readonly UploadKind[] }

/** The most that is ever taken; an institution may take less. */
export const mostOf = {
  paper: { maxBytes: SCAN_BYTES, kinds: ['pdf', 'jpeg', 'png'] },
  table: { maxBytes: TABLE_BYTES, kinds: ['xlsx', 'csv'] },
  identity: { maxBytes: PICTURE_BYTES, kinds: ['jpeg', 'webm', 'ogg'] },
} as const satisfies Record<UploadPurpose, UploadRule>

/** Nobody chooses what the page itself takes with the camera. */
export const chosenPurposes = ['paper', 'table'] as const satisfies readonly UploadPurpose[]
export type ChosenPurpose = (typeof chosenPurposes)[number]

export const LEAST_BYTES = 100 * 1024

const beginnings = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  webm: [0x1a, 0x45, 0xdf, 0xa3],
  ogg: [0x4f, 0x67, 0x67, 0x53],
} as const satisfies Record<Exclude<UploadKind, 'csv'>, readonly number[]>

const LOOKED_AT = 4096

/** A table of text has no beginning of its own: no byte that text never has. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 &&
  bytes.subarray(0, LOOKED_AT).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)

/** Null: none of the kinds that are ever taken. The name of a file and what a browser says of it count for nothing. */
export function uploadKind(bytes: Uint8Array): UploadKind | null {
  const kinds = Object.keys(beginnings) as (keyof typeof beginnings)[]
  return (
    kinds.find((kind) => beginnings[kind].every((byte, at) => bytes[at] === byte)) ??
    (isText(bytes) ? 'csv' : null)
  )
}

export type UploadRefusal = 'too_large' | 'not_a_scan' | 'kind_not_allowed'

/** A table that is no workbook is read as text; what can not be read so is refused by its reader. */
const kindFor = (purpose: UploadPurpose, bytes: Uint8Array): UploadKind | null => {
  const kind = uploadKind(bytes)
  return purpose === 'table' && kind !== 'xlsx' ? 'csv' : kind
}

/** Of what camera and microphone gave the door itself says whether it is the picture or the sound it asked for. */
export function refuseUpload(
  purpose: UploadPurpose,
  rule: UploadRule,
  bytes: Uint8Array,
): UploadRefusal | null {
  if (bytes.length > rule.maxBytes) return 'too_large'
  if (purpose === 'identity') return null
  const kind = kindFor(purpose, bytes)
  const ever: readonly UploadKind[] = mostOf[purpose].kinds
  if (kind === null || !ever.includes(kind)) return 'not_a_scan'
  return rule.kinds.includes(kind) ? null : 'kind_not_allowed'
}

/** What was chosen, never above the most. */
export const withinMost = (purpose: UploadPurpose, chosen: UploadRule | null): UploadRule => {
  const most: UploadRule = mostOf[purpose]
  if (chosen === null) return most
  return {
    maxBytes: Math.min(chosen.maxBytes, most.maxBytes),
    kinds: most.kinds.filter((kind) => chosen.kinds.includes(kind)),
  }
}
