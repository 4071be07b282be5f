import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import type { CatalogueEntry, Severity } from '../incident/violation.ts'
import { type CheckStatus, counted, type DecisionPolicy, type Findings, standing } from './findings.ts'

/** Wording of the statuses of 004 App. 4. */
export const statusNames: Readonly<Record<CheckStatus, string>> = {
  1: 'Без замечаний',
  2: 'Зафиксировано нарушение(я)',
  3: 'Возможна недобросовестная сдача',
  4: 'Отклонение от этических норм',
  5: 'Проблемы технического характера',
  6: 'Тестирование не начато',
}

const statusOf: Partial<Record<Severity, CheckStatus>> = {
  gross2: 2,
  doubt3: 3,
  ethics4: 4,
  technical5: 5,
  notstarted6: 6,
}

export type StatusProposal = {
  readonly main: CheckStatus
  /** Every status that fits, in the order of precedence, with the codes behind it. */
  readonly fitting: readonly { readonly status: CheckStatus; readonly codes: readonly ViolationCode[] }[]
}

/** Null where no status fits: there are marks, but none that App. 4 names; then a person chooses (TR-07). */
export function proposeStatus(findings: Findings, policy: DecisionPolicy): StatusProposal | null {
  const fitting = policy.statusPrecedence
    .map((status) => ({ status, codes: codesBehind(status, findings) }))
    .filter(({ status, codes }) =>
      status === 1
        ? standing(findings).length === 0 && findings.started && !findings.unjudged
        : status === 6
          ? !findings.started
          : codes.length > 0 || (status === 5 && findings.unjudged === true),
    )
  const [first] = fitting
  return first ? { main: first.status, fitting } : null
}

const codesBehind = (status: CheckStatus, findings: Findings): readonly ViolationCode[] =>
  counted(findings)
    .map(({ code }) => code)
    .filter((code) => {
      const entry: CatalogueEntry = catalogue[code]
      return (entry.severity['004'] ?? []).some((severity) => statusOf[severity] === status)
    })
