import { expect, test } from 'vitest'
import { preset } from '../policy/presets.ts'
import { instructionOf } from './instruction.ts'

const of = (act: '000' | '001' | '003' | '004') => {
  const made = instructionOf(preset(act))
  if (!made) throw new Error(act)
  return made
}

test('R1-7.5a R4-6.3.5a the instruction has the steps, the technical requirements and the rules of its own act', () => {
  for (const act of ['001', '003', '004'] as const) {
    const { steps, requirements, rules } = of(act)
    expect(steps.at(-1), act).toBe('finish')
    // 003 4.2.5.1 names none of its own: they are those of the page of technical requirements.
    expect(
      requirements.some((line) => /браузер/i.test(line)),
      act,
    ).toBe(act !== '003')
    expect(
      rules.some((line) => line.startsWith('Запрещено')),
      act,
    ).toBe(true)
    expect(
      rules.filter((line) => requirements.includes(line)),
      act,
    ).toEqual([])
    expect([...requirements, ...rules].filter((line) => line.includes('не урегулировано'))).toEqual([])
  }
})

test('R1-7.5a a step that the act does not ask for is not in it', () => {
  expect(of('001').steps).toContain('account')
  expect(of('001').steps).not.toContain('document')
  expect(of('004').steps).toEqual(
    expect.arrayContaining(['consent', 'briefing', 'name', 'document', 'rules', 'task']),
  )
  expect(of('000').steps).not.toContain('briefing')
})
