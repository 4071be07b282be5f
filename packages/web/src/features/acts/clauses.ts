export type Clauses =
  | { readonly is: 'clauses'; readonly clauses: string[] }
  | { readonly is: 'none' }
  | { readonly is: 'too_long' }

const MOST = 10
const LONGEST = 30

/** `п. 3.7, 4.1`: the numbers of clauses as a person lists them; the words for "clause" before a number are dropped. */
export function clausesOf(typed: string): Clauses {
  const clauses = [
    ...new Set(
      typed
        .split(/[,;\n]/)
        .map((one) => one.trim().replace(/^(?:пп?\.|пункты?|clauses?)\s*/i, ''))
        .filter(Boolean),
    ),
  ]
  if (!clauses.length) return { is: 'none' }
  if (clauses.length > MOST || clauses.some((one) => one.length > LONGEST)) return { is: 'too_long' }
  return { is: 'clauses', clauses }
}
