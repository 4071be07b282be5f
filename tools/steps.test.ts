import { expect, test, vi } from 'vitest'
import { runSteps } from './steps.mjs'

const says = (words: string, code = 0) => [
  'node',
  '-e',
  `console.log('${words}'); process.exitCode = ${code}`,
]

test('steps of one list run beside each other, each is counted, and the words of one that failed are printed', async () => {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
  const counted = await runSteps([
    { name: 'good', run: says('nobody asks') },
    { name: 'bad', run: says('what is wrong', 3) },
    { name: 'no such program', run: ['ochno-no-such-program'] },
    { name: 'last', run: says('nobody asks') },
  ])
  log.mockRestore()
  expect(counted).toEqual({ passed: 2, failed: 2 })
  const all = printed.join('\n')
  for (const line of ['✓ good', '✗ bad', 'what is wrong', '✗ no such program', 'ENOENT', '✓ last'])
    expect(all).toContain(line)
  expect(all).not.toContain('nobody asks')
})
