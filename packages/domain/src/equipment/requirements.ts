// The published technical requirements, made of the minimums (001 7.5, 003 4.2.5.1, 004 6.3.5).
import type { CheckItem } from './items.ts'
import { type Minimums, type Source, usualTolerance } from './minimums.ts'

export type Requirement = {
  readonly item: CheckItem
  /** What the words of the item need: a number, a name as the act gives it. */
  readonly values: Readonly<Record<string, string | number>>
  readonly source: Source
}

/** What an examinee's machine and place must be, in the order of the check; what nobody set is absent. */
export function requirementsOf(need: Minimums): readonly Requirement[] {
  const rows: Requirement[] = []
  const say = (item: CheckItem, values: Requirement['values'] = {}) =>
    rows.push({ item, values, source: need.sources[item] ?? { from: 'recording' } })
  say('device')
  if (need.browserNames.length > 0)
    say('browser', { names: need.browserNames.join(', '), behind: need.tolerance ?? usualTolerance })
  if (need.os !== null) say('os', { name: need.os })
  if (need.ramMb !== null) say('ram', { mb: need.ramMb })
  if (need.cpu !== null) say('cpu', { name: need.cpu })
  if (need.diskFreeMb !== null) say('disk', { mb: need.diskFreeMb })
  say('camera', need.camera ? { ...need.camera } : {})
  say('microphone')
  if (need.speakersRequired) say('speakers')
  if (need.netMbps !== null) say('net', { mbps: need.netMbps })
  say('link')
  say('share')
  if (need.oneMonitor) say('monitor')
  if (need.virtualMachineForbidden) say('virtual')
  for (const item of need.place) say(item)
  return rows
}
