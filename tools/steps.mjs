// Runs a list of named steps, prints the words of those that fail, counts both kinds.
import { spawnSync } from 'node:child_process'
import { nodeProgram, ourEnvironment, root } from './runtime.mjs'

export function runSteps(steps) {
  const env = { ...ourEnvironment(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  let failed = 0
  for (const { name, run } of steps) {
    const began = performance.now()
    const [program, ...args] = run
    const { status, stdout, stderr } = spawnSync(program === 'node' ? nodeProgram() : program, args, {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (status === 0) continue
    failed++
    console.log(`${stdout}${stderr}`.trimEnd().split('\n').slice(-200).join('\n'))
  }
  return { passed: steps.length - failed, failed }
}
