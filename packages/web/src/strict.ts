// Imported first. The page runs under B-02: no eval, no markup from strings. See docs/adr/0004-strict-csp-in-the-browser.md.
import { config } from 'zod'

// zod would probe `new Function`, which the policy reports as an attack.
config({ jitless: true })
