import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/operator/accept-rollback-command.ts')
