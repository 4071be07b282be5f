import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/operator/rotate-keys-command.ts')
