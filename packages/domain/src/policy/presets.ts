import type { ActNumber } from '../regulation/acts.ts'
import type { ActPolicy, StatedPolicy } from './act-policy.ts'
import { preset000 } from './presets/preset-000.ts'
import { preset001 } from './presets/preset-001.ts'
import { preset002 } from './presets/preset-002.ts'
import { preset003 } from './presets/preset-003.ts'
import { preset004 } from './presets/preset-004.ts'

const stated: Readonly<Record<ActNumber, StatedPolicy>> = {
  '000': preset000,
  '001': preset001,
  '002': preset002,
  '003': preset003,
  '004': preset004,
}

export const preset = (act: ActNumber): ActPolicy => ({ act, stated: stated[act], decisions: {} })
