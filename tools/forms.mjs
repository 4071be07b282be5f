import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/adapters/print/forms-command.ts')
