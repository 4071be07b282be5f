// Makes the two files a commission needs: ochno-verify.mjs for Node 20 and later, verify.html for a browser and a disk.
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = import.meta.dirname
const dist = process.argv[2] ?? join(root, 'dist')

async function bundle(input, platform) {
  const build = await rolldown({ input: join(root, input), platform, logLevel: 'warn' })
  const { output } = await build.generate({ format: 'es', minify: platform === 'browser' })
  await build.close()
  if (output.length !== 1 || output[0].type !== 'chunk') throw new Error(`${input} did not become one file`)
  const outside = output[0].imports.filter((name) => !name.startsWith('node:'))
  if (outside.length) throw new Error(`${input} needs ${outside}`)
  return output[0].code
}

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

mkdirSync(dist, { recursive: true })
const cli = join(dist, 'ochno-verify.mjs')
writeFileSync(cli, await bundle('src/node/main.ts', 'node'))
chmodSync(cli, 0o755)

// A closing tag inside the program would end the element.
const script = (await bundle('src/page/main.ts', 'browser')).replaceAll('</script', '<\\/script')
const style = readFileSync(join(root, 'src/page/style.css'), 'utf8')
const parts = { SCRIPT: script, STYLE: style, SCRIPT_HASH: hash(script), STYLE_HASH: hash(style) }
const page = readFileSync(join(root, 'src/page/template.html'), 'utf8').replace(
  /%(SCRIPT_HASH|STYLE_HASH|SCRIPT|STYLE)%/g,
  (_, name) => parts[name],
)
writeFileSync(join(dist, 'verify.html'), page)
console.log(`evidence: ${cli}, ${join(dist, 'verify.html')}`)
