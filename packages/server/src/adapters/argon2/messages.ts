/** Argon2id: memory in KiB, passes, lanes. */
export type Cost = {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

export type Ask =
  | { readonly do: 'pepper'; readonly pepper: string }
  | { readonly do: 'hash'; readonly id: number; readonly password: string; readonly cost: Cost }
  | { readonly do: 'verify'; readonly id: number; readonly password: string; readonly hash: string }

export type Tell =
  | { readonly id: number; readonly hash: string }
  | { readonly id: number; readonly ok: boolean }
  | { readonly id: number; readonly failed: true }
