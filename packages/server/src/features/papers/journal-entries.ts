// F-003-3: who was instructed and taught, when, and whose mark stands beside it.
import type { ProctorPapers } from '@ochno/domain/appointment/papers'
import { dayFigures } from '@ochno/domain/document/dates'
import type { Data0033 } from '@ochno/domain/document/f-003-3'
import { HAND } from '@ochno/domain/document/hand-filled'
import { Temporal } from '@ochno/domain/time'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const topicOf = { sync: 'synchronous', async: 'asynchronous', offline: 'offline' } as const

type Entry = Data0033['entries'][number]
type Said = { readonly on: string; readonly sheet?: string | undefined; readonly own?: boolean | undefined }

const mark = (said: Said): string | null => {
  if (said.own === true) return `подтверждено в личном кабинете ${dayFigures(date(said.on))}`
  return said.sheet ? `подпись: ${said.sheet}` : null
}

/** A line for each day something was taught on; what one mark vouches for is not written beside another. */
export function entriesOf({
  name,
  papers,
}: {
  readonly name: string
  readonly papers: ProctorPapers
}): readonly Entry[] {
  const { instructed, trained } = papers
  const lines = new Map<string, { topics: Set<Entry['topics'][number]>; said: Said }>()
  const add = (said: Said, topic: Entry['topics'][number]) => {
    const key = `${said.on} ${mark(said) ?? ''}`
    const line = lines.get(key) ?? { topics: new Set(), said }
    line.topics.add(topic)
    lines.set(key, line)
  }
  if (instructed) add(instructed, 'system')
  for (const one of trained) add(one, topicOf[one.variant])
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { topics, said }]) => ({
      name,
      on: date(said.on),
      topics: [...topics],
      // Who taught the rest was not written down.
      by: topics.has('system') ? (instructed?.by ?? HAND) : HAND,
      acknowledged: mark(said),
    }))
}
