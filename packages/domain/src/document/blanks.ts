// Every form as paper to be filled in by hand, with the institution's own name on it.
import type { BlankId } from './blank-ids.ts'
import { blanks000 } from './blank/of-000.ts'
import { blanks001 } from './blank/of-001.ts'
import { blanks002 } from './blank/of-002.ts'
import { blanks003 } from './blank/of-003.ts'
import { blanks004 } from './blank/of-004.ts'
import { blanksAll } from './blank/of-all.ts'
import type { Who } from './blank/who.ts'
import type { PrintedDocument, PrintedList, Run } from './model.ts'

export type { Who } from './blank/who.ts'

const blanks = {
  ...blanks000,
  ...blanks001,
  ...blanks002,
  ...blanks003,
  ...blanks004,
  ...blanksAll,
} as const satisfies Record<BlankId, (who: Who) => PrintedDocument>

export const blankForm = (id: BlankId, who: Who): PrintedDocument => blanks[id](who)

const words = (run: Run): string => {
  if (typeof run === 'string') return run
  if ('bold' in run) return run.bold
  return 'italic' in run ? run.italic : ''
}

/** The widest table of a document that has heads, as an empty list to be worked on in a spreadsheet. */
export function blankList(document: PrintedDocument): PrintedList | null {
  const heads = document.body
    .flatMap((block) => (block.kind === 'table' ? [block.head[0] ?? []] : []))
    .toSorted((a, b) => b.length - a.length)[0]
  if (!heads || heads.length < 3) return null
  const titles = heads.map(({ text }) => text.flat().map(words).join(' '))
  return {
    name: document.name,
    columns: titles.map((title) => ({ title, kind: 'text' as const })),
    rows: [],
  }
}
