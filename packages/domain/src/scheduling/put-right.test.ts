import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { problemsOfSeats, type Seated, type Standing } from './put-right.ts'

const at = (hour: number) => instant(`2026-12-01T${String(hour).padStart(2, '0')}:00:00Z`)
const seat = (no: number, more: Partial<Seated> = {}): Seated => ({
  examinee: `person ${no}`,
  exam: 'physics',
  proctors: [],
  place: null,
  slotted: true,
  from: at(6),
  until: at(8),
  ...more,
})
const standing = (more: Partial<Standing> = {}): Standing => ({
  sameExam: [],
  watches: [],
  bookings: [],
  ...more,
})
const rules = { atOnce: 15, perProctor: 6 }
const many = (count: number, hours: readonly [number, number] = [6, 8]) =>
  Array.from({ length: count }, () => ({ from: at(hours[0]), until: at(hours[1]) }))

test('R4-3.7 the 16th who is put into a slot is refused, the 15th is not', () => {
  expect(problemsOfSeats([seat(1)], standing({ sameExam: many(14) }), rules)).toEqual([])
  expect(problemsOfSeats([seat(1)], standing({ sameExam: many(15) }), rules)).toEqual([
    { why: 'slot_full', person: 'person 1', exam: null },
  ])
})

test('R4-3.7 those of another slot at another time do not count, those of one that overlaps do', () => {
  expect(problemsOfSeats([seat(1)], standing({ sameExam: many(15, [8, 10]) }), rules)).toEqual([])
  const both = [...many(8, [6, 7]), ...many(7, [6, 9])]
  expect(problemsOfSeats([seat(1)], standing({ sameExam: both }), rules)).toHaveLength(1)
})

test('R4-5.2c TR-13 a proctor who watches six elsewhere at that time takes nobody more', () => {
  const watches = Array.from({ length: 6 }, (_, no) => ({
    proctor: 'proctor',
    exam: 'chemistry',
    examinee: `other ${no}`,
    from: at(7),
    until: at(9),
    endedAt: null,
  }))
  const moved = seat(1, { proctors: ['proctor'] })
  expect(problemsOfSeats([moved], standing({ watches }), rules)).toEqual([
    { why: 'proctor_full', person: 'proctor', exam: null },
  ])
  expect(problemsOfSeats([{ ...moved, from: at(9), until: at(10) }], standing({ watches }), rules)).toEqual(
    [],
  )
})

test('R4-5.2c TR-13 seven moved together are too many for one proctor, six are not', () => {
  const group = (count: number) =>
    Array.from({ length: count }, (_, no) => seat(no, { proctors: ['proctor'] }))
  expect(problemsOfSeats(group(6), standing(), rules)).toEqual([])
  expect(problemsOfSeats(group(7), standing(), rules).map(({ why }) => why)).toEqual(['proctor_full'])
})

test('R4-3.6a nobody is put into two exams at one time, nor watches where he writes', () => {
  const booking = { exam: 'chemistry', place: null, from: at(7), until: at(9) }
  const writes = standing({ bookings: [{ ...booking, person: 'person 1', as: 'examinee' }] })
  expect(problemsOfSeats([seat(1)], writes, rules)).toEqual([
    { why: 'examinee_busy', person: 'person 1', exam: 'chemistry' },
  ])
  const proctorWrites = standing({ bookings: [{ ...booking, person: 'proctor', as: 'examinee' }] })
  expect(problemsOfSeats([seat(1, { proctors: ['proctor'] })], proctorWrites, rules)).toEqual([
    { why: 'proctor_busy', person: 'proctor', exam: 'chemistry' },
  ])
})

test('R4-3.6a a proctor of one classroom is not put into another, two exams over the network are a matter of seats', () => {
  const elsewhere = (place: string | null) =>
    standing({
      bookings: [{ person: 'proctor', exam: 'chemistry', as: 'proctor', place, from: at(7), until: at(9) }],
    })
  const here = seat(1, { proctors: ['proctor'], place: 'room 1' })
  expect(problemsOfSeats([here], elsewhere('room 2'), rules)).toHaveLength(1)
  expect(problemsOfSeats([{ ...here, place: null }], elsewhere(null), rules)).toEqual([])
})

test('what stands in the way of others is not held against those who are put right', () => {
  const two = ['physics 2', 'chemistry'].map((exam) => ({
    person: 'somebody',
    exam,
    as: 'examinee' as const,
    place: null,
    from: at(6),
    until: at(8),
  }))
  expect(problemsOfSeats([seat(1)], standing({ bookings: two }), rules)).toEqual([])
})

test('an act without numbers limits nobody', () => {
  const none = { atOnce: null, perProctor: null }
  const crowd = Array.from({ length: 40 }, (_, no) => seat(no, { proctors: ['proctor'] }))
  expect(problemsOfSeats(crowd, standing({ sameExam: many(100) }), none)).toEqual([])
})
