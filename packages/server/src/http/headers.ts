// B-02, B-03, B-04: what every response says to the browser.

const always: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
}

// Chromium on Linux builds without Web Bluetooth and notes in its console that it does not know the word; elsewhere it counts.
// How hard the processor works and how full the battery is may be asked by our own pages as long as neither is named here:
// that is their default, and both are read only to look less often (packages/detect/src/page/watch-strain.ts).
const never =
  'geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), browsing-topics=()'

/** B-03: devices are offered on the exam page and in rooms of lessons alone, and on the wall what a call needs. */
export const permissions = (path: string): string => {
  const exam = path === '/exam' || path.startsWith('/exam/')
  const room = path.startsWith('/rooms/lnk_')
  const call = exam || room || path === '/wall' ? '(self)' : '()'
  return `camera=${call}, microphone=${call}, display-capture=${exam || room ? '(self)' : '()'}, ${never}`
}

/** `framedBy`, `postsTo`: origins of learning systems, for the public instruction and for the page of a launch alone. */
export const pagePolicy = (
  nonce: string,
  framedBy: readonly string[] = [],
  postsTo: readonly string[] = [],
): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...postsTo].join(' '),
    `frame-ancestors ${framedBy.length ? framedBy.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // One word for each of our two workers; see docs/adr/0004-strict-csp-in-the-browser.md.
    'trusted-types ochno-capture ochno-detect',
    'report-to csp',
  ].join('; ')

/** For what is not a page: nothing may load, run or frame it. */
export const barePolicy =
  "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; report-to csp"

export const REPORTS = '/api/csp-report'

export const commonHeaders = (path: string): Record<string, string> => ({
  ...always,
  'reporting-endpoints': `csp="${REPORTS}"`,
  'permissions-policy': permissions(path),
  'content-security-policy': barePolicy,
  'cache-control': 'no-store',
})
