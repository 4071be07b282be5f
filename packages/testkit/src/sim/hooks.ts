// Loaded before a simulation process: the spool gets the simulated disk, and the chosen mutant its one changed place.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { mutants } from './mutants.ts'

const name = process.env.OCHNO_SIM_MUTANT ?? ''
const mutant = mutants.find((one) => one.name === name)
if (name && !mutant)
  throw new Error(`no mutant ${name}; there are ${mutants.map((one) => one.name).join(', ')}`)

registerHooks({
  resolve(specifier, context, next) {
    const simulated =
      specifier === 'node:fs/promises' && /\/adapters\/(spool|block-io)\//.test(context.parentURL ?? '')
    return simulated
      ? { url: new URL('./fs.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context)
  },
  load(url, context, next) {
    if (!mutant || !url.endsWith(mutant.file)) return next(url, context)
    const source = readFileSync(new URL(url), 'utf8')
    if (source.split(mutant.find).length !== 2)
      throw new Error(`mutant ${name}: its place is not there exactly once in ${mutant.file}`)
    return {
      format: 'module-typescript',
      source: source.replace(mutant.find, () => mutant.plant),
      shortCircuit: true,
    }
  },
})
