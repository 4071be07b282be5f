// How far reviewers agree: blind second looks and control recordings, whose findings are known (T-17 leaves the judging to people,
// this shows how they judge). Figures are for training, never for a result.
export type Pair = { readonly known: readonly string[]; readonly found: readonly string[] }

export type Agreement = {
  readonly recordings: number
  readonly hits: number
  readonly misses: number
  readonly extra: number
  /** Whole percent of the recordings judged alike; null without any. */
  readonly samePercent: number | null
  /** Cohen's kappa of «a violation or none», in hundredths; null where chance alone explains everything. */
  readonly kappaHundredths: number | null
}

export function agreement(pairs: readonly Pair[]): Agreement {
  let [hits, misses, extra, same] = [0, 0, 0, 0]
  for (const { known, found } of pairs) {
    const [is, said] = [new Set(known), new Set(found)]
    const hit = [...is].filter((code) => said.has(code)).length
    hits += hit
    misses += is.size - hit
    extra += said.size - hit
    if (hit === is.size && hit === said.size) same++
  }
  return {
    recordings: pairs.length,
    hits,
    misses,
    extra,
    samePercent: pairs.length === 0 ? null : Math.floor((same * 100) / pairs.length),
    kappaHundredths: kappa(pairs),
  }
}

function kappa(pairs: readonly Pair[]): number | null {
  const n = pairs.length
  if (n === 0) return null
  const count = (what: (pair: Pair) => boolean) => pairs.filter(what).length
  const observed = count((pair) => pair.known.length > 0 === pair.found.length > 0) / n
  const [known, found] = [
    count((pair) => pair.known.length > 0) / n,
    count((pair) => pair.found.length > 0) / n,
  ]
  const chance = known * found + (1 - known) * (1 - found)
  return chance === 1 ? null : Math.round(((observed - chance) / (1 - chance)) * 100)
}
