// What an operator may set. Parsed once from the environment at the edge (OCHNO_*), then trusted.

export type Config = {
  /** Everything that must survive lies here: database, spool, objects, keys, tree heads. */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** The address people type; the allow-list of Origin (B-10, B-13). */
  readonly origins: readonly string[]
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  /** Null: the embedded PostgreSQL under our own supervisor. */
  readonly databaseUrl: string | null
  /** Null: objects on the local disk. */
  readonly s3: {
    readonly endpoint: string
    readonly region: string
    readonly bucket: string
    readonly accessKey: string
    readonly secretKey: string
  } | null
  readonly trustedProxies: readonly string[]
  /** Where the built web application lies; null serves the API alone. */
  readonly webDir: string | null
  readonly storage: StorageLimits
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** Engineering limits of one node (docs/spec/ingest.md 5); not numbers of a regulation. */
export type StorageLimits = {
  readonly spoolFileBytes: number
  readonly sealAfterMs: number
  readonly sealAtBytes: number
  readonly reserveBytes: number
  readonly alarmAt: number
  readonly refuseNewAt: number
  readonly refuseOthersAt: number
}

export const defaultStorage: StorageLimits = {
  spoolFileBytes: 256 * 1024 * 1024,
  sealAfterMs: 30_000,
  sealAtBytes: 4 * 1024 * 1024,
  reserveBytes: 2 * 1024 * 1024 * 1024,
  alarmAt: 0.85,
  refuseNewAt: 0.9,
  refuseOthersAt: 0.95,
}
