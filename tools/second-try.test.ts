import { expect, test } from 'vitest'
import { secondTry } from './second-try.mjs'

const broken = (file: string, name = 'a test') => ({ file, name, why: 'because' })
const told = (project: string, ...failures: ReturnType<typeof broken>[]) => ({
  ...{ project, passed: 10, failed: failures.length, skipped: 0, tests: [] },
  broken: failures,
})
const alone = (failed: number) => () => ({ passed: 5, failed, skipped: 0, tests: [], broken: [] })

test('what fails beside others and passes alone is counted as passed and named', () => {
  const asked: unknown[] = []
  const { projects, unsteady } = secondTry(
    [told('unit'), told('e2e', broken('e2e/a.test.ts'), broken('e2e/a.test.ts', 'another'))],
    (project: string, files: string[]) => {
      asked.push([project, files])
      return alone(0)()
    },
  )
  expect(asked).toEqual([['e2e', ['e2e/a.test.ts']]])
  expect(projects.map(({ passed, failed }: ReturnType<typeof told>) => [passed, failed])).toEqual([
    [10, 0],
    [12, 0],
  ])
  expect(unsteady.map(({ name }) => name)).toEqual(['a test', 'another'])
})

test('what fails alone too has failed', () => {
  const { projects, unsteady } = secondTry([told('e2e', broken('e2e/a.test.ts'))], alone(1))
  expect(projects[0]).toMatchObject({ passed: 10, failed: 1 })
  expect(unsteady).toEqual([])
})

test('a file that runs no test alone has not passed', () => {
  const none = () => ({ ...alone(0)(), passed: 0 })
  expect(secondTry([told('e2e', broken('e2e/a.test.ts'))], none).projects[0]).toMatchObject({ failed: 1 })
})

test('many failures are no accident, and a project that fell as a whole is not tried', () => {
  const never = () => {
    throw new Error('tried')
  }
  const many = ['a', 'b', 'c', 'd'].map((name) => broken(`e2e/${name}.test.ts`))
  expect(secondTry([told('e2e', ...many)], never).projects[0]).toMatchObject({ failed: 4 })
  expect(secondTry([told('record', broken('record'))], never).projects[0]).toMatchObject({ failed: 1 })
})
