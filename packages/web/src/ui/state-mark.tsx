import type { TablerIcon } from '@tabler/icons-react'
import classes from './state-mark.module.css'
import { type Tone, toneIcon } from './tone.ts'

/** A state in one word: icon, word, colour. `quiet` drops the ground, for dense tables. */
export function StateMark({
  tone,
  word,
  icon,
  quiet,
}: {
  tone: Tone
  word: string
  icon?: TablerIcon
  quiet?: boolean
}) {
  const Icon = icon ?? toneIcon[tone]
  return (
    <span className={classes.mark} data-tone={tone} data-quiet={quiet || undefined}>
      <Icon size={18} stroke={2} aria-hidden />
      <span>{word}</span>
    </span>
  )
}
