import { expect, test } from 'vitest'
import { catalogue } from '../incident/catalogue.ts'
import { listedCodes, markSet, mayMark } from '../incident/markable.ts'
import { judge, nothingPermitted } from '../incident/permitted.ts'
import { under } from '../wall/samples.ts'
import { doorSteps, placeSteps } from './steps.ts'
import { checklist, refuseVerdict } from './verdict.ts'

for (const [id, act, clause] of [
  ['R3-6.6.3', '003', '6.6.3'],
  ['R4-8.5.3', '004', '8.5.3'],
] as const) {
  test(`${id} headphones that are worn and a hidden earpiece are two codes of the act, and no permission covers the second`, () => {
    for (const code of ['headphones', 'micro_earpiece_hidden_headset'] as const) {
      expect(catalogue[code].clauses[act]).toBe(clause)
      expect(listedCodes(act)).toContain(code)
      expect(mayMark(markSet(act, nothingPermitted, []), code)).toBe(true)
      expect(judge({ code }, nothingPermitted).verdict).toBe('counts')
    }
    const allowed = { ...nothingPermitted, headphones: true }
    expect(judge({ code: 'headphones' }, allowed).verdict).toBe('permitted')
    expect(judge({ code: 'micro_earpiece_hidden_headset' }, allowed).verdict).toBe('counts')
  })

  test(`${id} TR-22 a headset serves the setup, then hangs on the neck or lies on the table: a picture shows it and a person confirms it before the exam`, () => {
    const policy = under(act)
    expect(policy['devices.headphones'].value).toBe('forbidden')
    const steps = doorSteps(policy, { reference: null, asked: [] })
    const shown = placeSteps(steps).find((step) => step.id === 'headphones')
    expect([shown?.kind, shown?.pictures]).toEqual(['picture', 1])
    expect(shown?.clauses).toContain(clause)
    // Taken off last: until then the examinee hears the proctor by them.
    expect(steps.at(-1)?.id).toBe('headphones')
    const checks = checklist(policy, steps, false)
    expect(checks).toContain('headphones_off')
    const say = (confirmed: typeof checks) =>
      refuseVerdict(policy, steps, { is: 'admitted', checks: confirmed }, { by: 'proctor', reference: false })
    expect(say(checks.filter((one) => one !== 'headphones_off'))).toBe('checks_open')
    expect(say(checks)).toBeNull()
  })
}
