/** Why a record was not taken (ING-12). Nothing of it is stored, whatever the reason. */
export type IngestRefusal =
  | 'checksum'
  | 'conflict'
  | 'chain'
  | 'window'
  | 'too_large'
  | 'malformed'
  | 'parts'
  | 'closed'
  | 'quota'
  | 'busy'
  | 'disk'

export const LIMITS = {
  payload: 4 * 1024 * 1024,
  part: 256 * 1024,
  /** JSON of GAP and EVENT records. */
  json: 16 * 1024,
  /** A fragment is 2 to 4 s long; one that claims more claims a coverage that is not there. */
  mediaSeconds: 15,
  window: 4096,
} as const
