// Who may import whom. The first row that matches a file governs it; a file's own folder is always allowed.
// `npm` and `node` allow any package and any built-in; everything else is named.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize } from 'node:path'

export const rows = [
  ['packages/domain/src/time.ts', ['temporal-polyfill']],
  // T-17: no code path leads from a score to a mark, a session or a decision.
  ['packages/domain/src/(decision|incident|lifecycle|session)/', ['packages/domain/src/(?!trust/)']],
  ['packages/domain/src/', ['packages/domain/']],
  ['packages/contract/src/', ['packages/domain/', 'zod']],
  ['packages/evidence/src/node/', ['packages/(domain|evidence)/', 'node']],
  ['packages/evidence/src/', ['packages/(domain|evidence)/']],
  ['packages/capture/src/', ['packages/(domain|contract|evidence)/', 'mediabunny']],
  ['packages/detect/src/', ['packages/domain/', '@tensorflow/']],
  ['packages/web/src/i18n/', ['i18next', 'react-i18next']],
  ['packages/web/src/ui/', ['packages/web/src/i18n/', 'react', '@mantine/', '@tabler/', 'uqr']],
  ['packages/web/src/talk/', ['packages/web/src/api/', 'packages/(domain|contract)/', 'react']],
  [
    'packages/web/src/machine/',
    [
      'packages/web/src/(ui|api|i18n)/',
      'packages/(domain|contract|capture)/',
      'react',
      '@mantine/',
      'react-i18next',
    ],
  ],
  ['packages/web/src/player/', ['packages/(domain|contract|evidence)/']],
  [
    'packages/web/src/api/',
    [
      'packages/(domain|contract|evidence)/',
      '@tanstack/react-query',
      '@simplewebauthn/browser',
      'react',
      'zod',
    ],
  ],
  [
    'packages/web/src/features/*/',
    [
      'packages/web/src/(ui|api|i18n|player|talk|machine)/',
      'packages/(domain|contract|evidence|capture|detect)/',
      'react',
      '@mantine/',
      '@tanstack/',
      '@tabler/',
      'i18next',
    ],
  ],
  ['packages/web/src/', ['packages/(web|domain|contract|evidence|capture|detect)/', 'npm']],
  ['packages/server/src/ports/', ['packages/(domain|contract|evidence)/']],
  ['packages/server/src/features/*/', ['packages/server/src/ports/', 'packages/(domain|contract|evidence)/']],
  [
    'packages/server/src/adapters/*/',
    [
      'packages/server/src/ports/',
      'packages/server/src/adapters/block-io/',
      'packages/(domain|evidence)/',
      'npm',
      'node',
    ],
  ],
  [
    'packages/server/src/(http|ws|jobs)/',
    [
      'packages/server/src/(features|ports|http)/',
      'packages/(domain|contract|evidence)/',
      'fastify',
      '@fastify/',
      'graphile-worker',
      'ws',
      'zod',
      'node',
    ],
  ],
  ['packages/server/src/', ['packages/(server|domain|contract|evidence)/', 'npm', 'node']],
  ['packages/testkit/src/', ['packages/', 'npm', 'node']],
]

const rx = (pattern) => new RegExp(`^${pattern.replaceAll('*', '[^/]+')}`)
const table = rows.map(([from, to]) => ({ from: rx(from), to, patterns: to.map(rx) }))
// Static, side-effect, type-only and dynamic imports alike, and `new URL('./x.ts', import.meta.url)` of a worker.
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)['"]([^'"\s,]+)['"]/g

function resolve(file, spec) {
  if (spec.startsWith('.')) return normalize(join(dirname(file), spec)).replace(/\.jsx?$/, '.ts')
  const own = spec.match(/^@ochno\/([^/]+)(?:\/(.+))?$/)
  return own ? `packages/${own[1]}/src/${own[2] ?? 'index'}.ts` : spec
}

const isCode = (spec) => !/\.(css|svg|png|woff2?|json|html|bin|wasm)(\?.*)?$/.test(spec)

export function violations(files, read = (file) => readFileSync(file, 'utf8')) {
  const bad = []
  const graph = new Map()
  for (const file of files) {
    const row = table.find((candidate) => candidate.from.test(file))
    if (!row) {
      bad.push(`${file}: no row in tools/arch.mjs governs it`)
      continue
    }
    const home = file.match(row.from)[0]
    const imports = [...read(file).matchAll(IMPORT)]
      .map((m) => [m[0], m[1].replace(/\?.*$/, ''), resolve(file, m[1])])
      .filter(([, spec]) => isCode(spec))
    // Type-only imports may form a circle of names, never of running code.
    graph.set(
      file,
      imports.map(([, , to]) => to),
    )
    for (const [, spec, to] of imports) {
      const kind = isBuiltin(spec) ? 'node' : to.startsWith('packages/') ? null : 'npm'
      const allowed =
        to.startsWith(home) ||
        row.patterns.some((p) => p.test(to)) ||
        (kind !== null && row.to.includes(kind))
      if (!allowed) bad.push(`${file} -> ${to}`)
    }
  }
  return [...bad, ...cycles(graph)]
}

function cycles(graph) {
  const bad = []
  const done = new Set()
  const walk = (file, path) => {
    if (path.includes(file)) {
      bad.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`)
      return
    }
    if (done.has(file)) return
    for (const to of graph.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return bad
}

export const sources = () =>
  readdirSync('packages', { recursive: true })
    .map((file) => join('packages', String(file)))
    .filter((file) => /^packages\/[^/]+\/src\/.*\.tsx?$/.test(file) && !file.includes('/node_modules/'))
    .filter((file) => !/\.(test|bench|demo|gen)\.tsx?$/.test(file))
    .sort()

if (import.meta.url === `file://${process.argv[1]}`) {
  const files = existsSync('packages') ? sources() : []
  const bad = violations(files)
  console.log(bad.join('\n') || `arch: ${files.length} files, every import points inward`)
  process.exit(bad.length || !files.length ? 1 : 0)
}
