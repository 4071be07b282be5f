import type { Check } from './check.ts'

/** What the browser will say before it is asked; `prompt` where it does not tell. */
export async function checkPermission(
  name: 'camera' | 'microphone',
): Promise<Check<'permission_denied', { readonly state: 'granted' | 'prompt' }>> {
  try {
    // Firefox knows these names, TypeScript's DOM does not.
    const { state } = await navigator.permissions.query({ name: name as PermissionName })
    return state === 'denied' ? { ok: false, why: 'permission_denied' } : { ok: true, facts: { state } }
  } catch {
    return { ok: true, facts: { state: 'prompt' } }
  }
}
