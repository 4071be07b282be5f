import type { Check } from './check.ts'

/** More than one monitor is visible to a page without permission in Chromium; elsewhere it is not known. */
export function checkScreens(): Check<'several_screens', { readonly known: boolean }> {
  const extended = (globalThis.screen as Screen & { isExtended?: boolean }).isExtended
  return extended
    ? { ok: false, why: 'several_screens' }
    : { ok: true, facts: { known: extended !== undefined } }
}
