// A policy as one JSON file, to be carried from one institution to another. What is wrong is told with its line and clause.
import { type ActPolicy, type Decided, fits } from './act-policy.ts'
import type { Value } from './parameter.ts'
import { isPolicyKey, type PolicyKey } from './schema.ts'
import { isStrangeClause } from './quotes.ts'
import type { Stated } from './setting.ts'

export const FORMAT = 'ochno-policy-1'

export type ExchangeProblem = {
  readonly line: number | null
  readonly key: string | null
  readonly clauses: readonly string[]
  readonly why:
    | 'not_json'
    | 'not_a_policy'
    | 'unknown_parameter'
    | 'wrong_value'
    | 'no_clause'
    | 'unknown_clause'
    | 'no_ground'
    | 'said_and_decided'
    | 'said_twice'
}

export const writePolicy = ({ act, stated, decisions }: ActPolicy): string =>
  `${JSON.stringify({ format: FORMAT, act, stated: plain(stated), decisions }, null, 2)}\n`

const plain = (stated: ActPolicy['stated']) =>
  Object.fromEntries(
    Object.entries(stated).map(([key, { value, clauses, note, quote }]) => [
      key,
      { value, clauses, ...(note === undefined ? {} : { note }), ...(quote === undefined ? {} : { quote }) },
    ]),
  )

export type Read =
  | { readonly ok: true; readonly policy: ActPolicy }
  | { readonly ok: false; readonly problems: readonly ExchangeProblem[] }

export function readPolicy(text: string): Read {
  const top = parse(text)
  if (top === undefined)
    return { ok: false, problems: [{ line: brokenLine(text), key: null, clauses: [], why: 'not_json' }] }
  if (
    !isRecord(top) ||
    top.format !== FORMAT ||
    typeof top.act !== 'string' ||
    !isRecord(top.stated) ||
    !isRecord(top.decisions)
  )
    return { ok: false, problems: [{ line: 1, key: null, clauses: [], why: 'not_a_policy' }] }
  const { act, stated, decisions } = top
  const problems = [
    ...Object.entries(stated).flatMap(([key, given]) => wrongStated(act, key, given)),
    ...Object.entries(decisions).flatMap(([key, given]) =>
      Object.hasOwn(stated, key) ? [problem(key, 'said_and_decided')] : wrongDecided(key, given),
    ),
    ...twice(text, [stated, decisions]),
  ].map((one) => ({ ...one, line: lineOf(text, one.key) }))
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    policy: {
      act,
      stated: Object.fromEntries(
        Object.entries(stated as Record<PolicyKey, Omit<Stated, 'state'>>).map(([key, one]) => [
          key,
          {
            state: 'act',
            value: one.value,
            clauses: one.clauses,
            ...(one.note ? { note: one.note } : {}),
            ...(one.quote ? { quote: one.quote } : {}),
          },
        ]),
      ),
      decisions: Object.fromEntries(
        Object.entries(decisions as Record<PolicyKey, Decided>).map(([key, { value, ground }]) => [
          key,
          { value, ground },
        ]),
      ),
    },
  }
}

type Found = Omit<ExchangeProblem, 'line'>
const problem = (key: string, why: ExchangeProblem['why'], clauses: readonly string[] = []): Found => ({
  key,
  clauses,
  why,
})

function wrongStated(act: string, key: string, given: unknown): Found[] {
  if (!isPolicyKey(key)) return [problem(key, 'unknown_parameter')]
  if (!isRecord(given)) return [problem(key, 'wrong_value')]
  const clauses = isTexts(given.clauses) ? given.clauses : []
  if (clauses.length === 0) return [problem(key, 'no_clause')]
  if (![given.note, given.quote].every((words) => words === undefined || typeof words === 'string'))
    return [problem(key, 'wrong_value', clauses)]
  // Another clause than those of the known text comes with its own words.
  const strange = given.quote ? [] : clauses.filter((clause) => isStrangeClause(act, clause))
  if (strange.length > 0) return [problem(key, 'unknown_clause', strange)]
  return fits(key, given.value) ? [] : [problem(key, 'wrong_value', clauses)]
}

function wrongDecided(key: string, given: unknown): Found[] {
  if (!isPolicyKey(key)) return [problem(key, 'unknown_parameter')]
  if (!isRecord(given) || !fits(key, given.value as Value)) return [problem(key, 'wrong_value')]
  return typeof given.ground === 'string' && given.ground.trim() !== '' ? [] : [problem(key, 'no_ground')]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '')

/** JSON keeps the last of two members in silence; a policy that says two things is refused. */
const twice = (text: string, parts: readonly Record<string, unknown>[]): Found[] =>
  [...new Set(parts.flatMap(Object.keys))]
    .filter(
      (key) =>
        text.split(memberStart(key)).length - 1 > parts.filter((part) => Object.hasOwn(part, key)).length,
    )
    .map((key) => problem(key, 'said_twice'))

const memberStart = (key: string): RegExp =>
  new RegExp(`${JSON.stringify(key).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The line on which a member begins; keys of a policy are unique in it. */
function lineOf(text: string, key: string | null): number | null {
  if (key === null) return null
  const at = text.indexOf(JSON.stringify(key))
  return at < 0 ? null : text.slice(0, at).split('\n').length
}

/** The line where a quote stays open or a bracket closes nothing; the last line when only an end is missing. */
function brokenLine(text: string): number {
  let [open, quoted, escaped, line] = [0, false, false, 1]
  for (const letter of text) {
    if (letter === '\n') {
      if (quoted) return line
      line += 1
    }
    if (escaped) escaped = false
    else if (quoted && letter === '\\') escaped = true
    else if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === '{' || letter === '[')) open += 1
    else if (!quoted && (letter === '}' || letter === ']')) {
      open -= 1
      if (open < 0) return line
    }
  }
  return line
}
