// Runs a list of named steps, two at a time, prints the words of those that fail, counts both kinds.
import { spawn } from 'node:child_process'
import { nodeProgram, ourEnvironment, root } from './runtime.mjs'

const AT_ONCE = 2
/** Of a step that fails the end is shown. */
const LINES = 200

export async function runSteps(steps) {
  const env = { ...ourEnvironment(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  const waiting = [...steps]
  let failed = 0
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(step, env))) failed++
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { passed: steps.length - failed, failed }
}

async function passes({ name, run: [program, ...args] }, env) {
  const began = performance.now()
  const child = spawn(program === 'node' ? nodeProgram() : program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  const status = await new Promise((resolve) => {
    child.on('close', resolve)
    child.on('error', (cause) => resolve(String(cause)))
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) console.log((said.trimEnd() || String(status)).split('\n').slice(-LINES).join('\n'))
  return status === 0
}
