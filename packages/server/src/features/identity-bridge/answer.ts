// What a bridge may say, and not one field more: a picture, a name or a template makes the whole answer void (P-13).
export type SaidAnswer = {
  readonly iss: string
  readonly aud: string
  readonly request: string
  readonly transaction: string
  readonly outcome: 'positive' | 'negative'
  readonly at: string
}

const FIELDS = ['aud', 'at', 'iss', 'kind', 'outcome', 'request', 'transaction', 'v']
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/
const NUMBER = /^[\x21-\x7e]{1,200}$/

export function answerOf(said: unknown): SaidAnswer | null {
  if (said === null || typeof said !== 'object' || Array.isArray(said)) return null
  const given = said as Readonly<Record<string, unknown>>
  const names = Object.keys(given).toSorted()
  const { v, kind, iss, aud, request, transaction, outcome, at } = given
  const whole = names.length === FIELDS.length && FIELDS.toSorted().every((name, i) => names[i] === name)
  const right =
    whole &&
    v === 1 &&
    kind === 'result' &&
    typeof iss === 'string' &&
    typeof aud === 'string' &&
    typeof request === 'string' &&
    typeof transaction === 'string' &&
    NUMBER.test(transaction) &&
    (outcome === 'positive' || outcome === 'negative') &&
    typeof at === 'string' &&
    MOMENT.test(at) &&
    !Number.isNaN(Date.parse(at))
  return right ? { iss, aud, request, transaction, outcome, at } : null
}
