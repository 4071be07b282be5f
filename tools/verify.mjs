// Checks a bundle offline: npm run verify -- bundle.zip --trust keys.json [--sth head.txt] [--lang en]
import { runProgram } from './runtime.mjs'

runProgram('packages/evidence/src/node/main.ts')
