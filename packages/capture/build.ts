// Makes dist/: the library as it could be published alone, code and types complete in themselves. `node build.ts`
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'vite'

const root = import.meta.dirname
const dist = join(root, 'dist')
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })

const tsc = spawnSync(
  process.execPath,
  [join(root, '../../node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  { stdio: 'inherit' },
)
if (tsc.status !== 0) process.exit(tsc.status ?? 1)

// Types of our other packages lie beside: their names become paths, and source endings become those of the output.
const types = join(dist, 'types')
for (const file of readdirSync(types, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.d.ts'))) {
  const path = join(types, file)
  const text = readFileSync(path, 'utf8')
    .replace(/^\/\/\/ <reference path=.*\n/gm, '')
    .replace(/(['"])@ochno\/([^/'"]+)\/([^'"]+)\1/g, (_, quote: string, name: string, rest: string) => {
      const to = relative(dirname(path), join(types, name, 'src', `${rest}.js`))
      return `${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`
    })
    .replace(/(['"])(\.\.?\/[^'"]+)\.ts\1/g, '$1$2.js$1')
  writeFileSync(path, text)
}
const entry = 'types/capture/src/index.d.ts'
if (!existsSync(join(dist, entry))) throw new Error('the types were not written')

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify(
    {
      name: '@ochno/capture',
      version,
      description: 'Records camera, microphone and screen in the browser without losing any of it',
      license: 'UNLICENSED',
      type: 'module',
      sideEffects: false,
      exports: { '.': { types: `./${entry}`, default: './capture.js' }, './package.json': './package.json' },
      types: `./${entry}`,
      files: ['capture.js', 'capture.js.map', 'assets', 'types', 'NOTICE'],
    },
    null,
    2,
  )}\n`,
)
copyFileSync(join(root, 'NOTICE'), join(dist, 'NOTICE'))
