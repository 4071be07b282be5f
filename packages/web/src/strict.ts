// Imported first. The page runs under B-02: no eval, no markup from strings, scripts of our own origin only.
import { config } from 'zod'

// zod would probe `new Function`, which the policy reports as an attack.
config({ jitless: true })

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScript(): string; createScriptURL(url: string): string },
  ): unknown
}

const refuse = (what: string): never => {
  throw new TypeError(`Trusted Types: ${what} from a string is not allowed`)
}

// `new Worker(url)` needs a TrustedScriptURL, and libraries pass a plain one; so the default policy lets through files
// of this origin and nothing else. Text with "<" is never markup. See docs/adr/0004-strict-csp-in-the-browser.md.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? refuse('HTML') : text),
  createScript: () => refuse('script'),
  createScriptURL(url) {
    const parsed = new URL(url, location.href)
    const own = parsed.origin === location.origin && parsed.protocol !== 'blob:'
    return own ? url : refuse('a foreign script')
  },
})
