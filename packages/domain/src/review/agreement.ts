// How far reviewers agree: blind second looks and control recordings, whose findings are known (T-17 leaves the judging to people,
// this shows how they judge). Figures are for training, never for a result.
export type Pair = { readonly known: readonly string[]; readonly found: readonly string[] }

/** The four counts kappa is made of; shown beside it, because a kappa of three recordings says nothing. */
type Counts = {
  readonly both: number
  readonly onlyKnown: number
  readonly onlyFound: number
  readonly neither: number
}

type CodeAgreement = Counts & {
  readonly code: string
  /** Whole percent of the recordings where both said the same of this code. */
  readonly samePercent: number
  readonly kappaHundredths: number | null
}

export type Agreement = {
  readonly recordings: number
  readonly hits: number
  readonly misses: number
  readonly extra: number
  /** Whole percent of the recordings judged alike; null without any. */
  readonly samePercent: number | null
  /** Of «a violation or none». */
  readonly counts: Counts
  /** Cohen's kappa of them, in hundredths; null where chance alone explains everything. */
  readonly kappaHundredths: number | null
  readonly codes: readonly CodeAgreement[]
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
  const counts = countsOf(pairs, (codes) => codes.length > 0)
  return {
    recordings: pairs.length,
    hits,
    misses,
    extra,
    samePercent: pairs.length === 0 ? null : Math.floor((same * 100) / pairs.length),
    counts,
    kappaHundredths: kappa(counts),
    codes: byCode(pairs),
  }
}

/** Every code either side named, by all recordings: the ones where neither named it count too. */
function byCode(pairs: readonly Pair[]): readonly CodeAgreement[] {
  const codes = new Set(pairs.flatMap(({ known, found }) => [...known, ...found]))
  return [...codes].toSorted().map((code) => {
    const counts = countsOf(pairs, (said) => said.includes(code))
    return {
      code,
      ...counts,
      samePercent: Math.floor(((counts.both + counts.neither) * 100) / pairs.length),
      kappaHundredths: kappa(counts),
    }
  })
}

function countsOf(pairs: readonly Pair[], says: (codes: readonly string[]) => boolean): Counts {
  const count = (is: boolean, said: boolean) =>
    pairs.filter(({ known, found }) => says(known) === is && says(found) === said).length
  return {
    both: count(true, true),
    onlyKnown: count(true, false),
    onlyFound: count(false, true),
    neither: count(false, false),
  }
}

export function kappa({ both, onlyKnown, onlyFound, neither }: Counts): number | null {
  const n = both + onlyKnown + onlyFound + neither
  if (n === 0) return null
  const observed = (both + neither) / n
  const [known, found] = [(both + onlyKnown) / n, (both + onlyFound) / n]
  const chance = known * found + (1 - known) * (1 - found)
  return chance === 1 ? null : Math.round(((observed - chance) / (1 - chance)) * 100)
}
