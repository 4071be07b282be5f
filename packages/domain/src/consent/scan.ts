// What may be kept as the scan of a signed paper. The name of a file says nothing: its first bytes do.

export const scanKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ScanKind = (typeof scanKinds)[number]

/** A few pages photographed with a telephone. */
export const SCAN_BYTES = 10 * 1024 * 1024

const beginnings = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<ScanKind, readonly number[]>

/** Null: none of the kinds that are taken. */
export const scanKind = (bytes: Uint8Array): ScanKind | null =>
  scanKinds.find((kind) => beginnings[kind].every((byte, at) => bytes[at] === byte)) ?? null
