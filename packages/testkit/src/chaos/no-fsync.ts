// The negative control of F-06: loaded before a server, it makes the spool's fdatasync do nothing. The product has no such switch.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const PLACE = 'sync = (file) => file.datasync()'

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/adapters/spool/spool.ts')) return next(url, context)
    const source = readFileSync(new URL(url), 'utf8')
    if (!source.includes(PLACE)) throw new Error('the negative control has nothing to switch off')
    return {
      format: 'module-typescript',
      source: source.replace(PLACE, 'sync = async () => undefined'),
      shortCircuit: true,
    }
  },
})
