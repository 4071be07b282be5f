import type { AccountId } from '@ochno/domain/ids'
import { expect, test } from 'vitest'
import type { Printed, Printer } from '../../ports/print.ts'
import { blankPress, type Sheet } from './press.ts'

const somebody = 'acc_a' as AccountId
const another = 'acc_b' as AccountId
const sheet = (name: string): Sheet => ({ as: 'csv', list: { name, columns: [], rows: [] } })

/** Prints when told to. */
function slowPrinter() {
  const waiting: ((printed: Printed) => void)[] = []
  const print = () => new Promise<Printed>((done) => waiting.push(done))
  const printer: Printer = { pdf: print, docx: print, xlsx: print, csv: print }
  let printed = 0
  const finish = (how: Printed = { ok: true, bytes: new Uint8Array(10) }) => {
    printed += waiting.length
    for (const done of waiting.splice(0)) done(how)
  }
  return { printer, finish, printed: () => printed }
}

test('a crowd that asks for one blank gets one printing, and who comes later none at all', async () => {
  const { printer, finish, printed } = slowPrinter()
  const press = blankPress(printer)
  const crowd = Array.from({ length: 40 }, (_, i) => press(sheet('one'), `acc_${i}` as AccountId))
  finish()
  for (const one of await Promise.all(crowd)) expect(one.ok).toBe(true)
  expect((await press(sheet('one'), somebody)).ok).toBe(true)
  expect(printed()).toBe(1)
})

test('one person waits for a few files at a time, and all together for no more than the printer bears', async () => {
  const { printer, finish } = slowPrinter()
  const press = blankPress(printer, { keptBytes: 1000, perPerson: 2, waiting: 3 })
  const first = [press(sheet('a'), somebody), press(sheet('b'), somebody)]
  expect(await press(sheet('c'), somebody)).toEqual({ ok: false, why: 'too_many' })
  const third = press(sheet('c'), another)
  expect(await press(sheet('d'), another)).toEqual({ ok: false, why: 'busy' })
  finish()
  expect((await Promise.all([...first, third])).every(({ ok }) => ok)).toBe(true)
  const again = press(sheet('d'), somebody)
  finish()
  expect((await again).ok).toBe(true)
})

test('what was kept longest gives way, and a failure is not kept', async () => {
  const { printer, finish, printed } = slowPrinter()
  const press = blankPress(printer, { keptBytes: 20, perPerson: 9, waiting: 9 })
  const ask = async (name: string, how?: Printed) => {
    const asked = press(sheet(name), somebody)
    finish(how)
    return (await asked).ok
  }
  expect(await ask('a', { ok: false, why: 'failed' })).toBe(false)
  expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([true, true, true])
  expect(printed()).toBe(4)
  await ask('b')
  await ask('c')
  expect(printed()).toBe(4)
  await ask('a')
  expect(printed()).toBe(5)
})
