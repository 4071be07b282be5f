// F-001-4, the public instruction (001 7.5, 003 4.2.5, 004 6.3.5): steps, requirements and rules, made of the act in force.
import { type ActPolicy, settingOf } from '../policy/act-policy.ts'
import { type EffectivePolicy, effectivePolicy, unruled } from '../policy/effective.ts'
import { previewOfExam } from '../policy/preview.ts'
import { keysOf, type PolicyKey } from '../policy/schema.ts'

export const instructionSteps = [
  'enter',
  'from_platform',
  'consent',
  'equipment',
  'briefing',
  'name',
  'document',
  'account',
  'rules',
  'task',
  'finish',
] as const
export type InstructionStep = (typeof instructionSteps)[number]

export type Instruction = {
  readonly steps: readonly InstructionStep[]
  /** In the words of the act, each with its clause. */
  readonly requirements: readonly string[]
  readonly rules: readonly string[]
}

export function instructionOf(act: ActPolicy): Instruction | null {
  const made = effectivePolicy(act)
  if (!made.ok) return null
  const told = (policy: EffectivePolicy) => previewOfExam(act.act, policy).examinee
  // The bans of the act and what nobody decided are there whatever the policy says.
  const always = told(unruled)
  const said = (lines: readonly string[]) => lines.filter((line) => !always.includes(line))
  const technical = keysOf('equipment')
  const equipment = Object.fromEntries(technical.map((key) => [key, made.policy[key]]))
  const requirements = said(told({ ...unruled, ...equipment }))
  const bans = always.filter((line) => !line.includes('не урегулировано'))
  return {
    steps: stepsOf(act),
    requirements,
    rules: [...said(told(made.policy)).filter((line) => !requirements.includes(line)), ...bans],
  }
}

function stepsOf(act: ActPolicy): readonly InstructionStep[] {
  const said = (key: PolicyKey) => {
    const setting = settingOf(act, key)
    return setting.state === 'open' ? null : setting.value
  }
  const methods = said('identity.methods')
  const identified = (way: string) => Array.isArray(methods) && methods.includes(way)
  const asked: Readonly<Record<InstructionStep, boolean>> = {
    enter: said('proctoring.launch_only_from_lms') !== true,
    from_platform: said('proctoring.launch_only_from_lms') === true,
    consent: said('consent.required') === 'required' || said('consent.biometric') === true,
    equipment: true,
    briefing: said('briefing.by_teacher') === 'required',
    name: identified('name_aloud'),
    document: identified('document'),
    account: !identified('name_aloud') && !identified('document'),
    rules: true,
    task: true,
    finish: true,
  }
  return instructionSteps.filter((step) => asked[step])
}
