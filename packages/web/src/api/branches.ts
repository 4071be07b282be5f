import { readInstitution } from '@ochno/contract/institution'
import { useLoad } from './load.ts'
import { may, useMe } from './me.ts'

type Branch = { readonly id: string; readonly name: string }

/** Branches a list can be narrowed to; none for who may not read them, or works in one alone. */
export function useBranches(): readonly Branch[] {
  const me = useMe()
  const reads = me.is === 'ready' && may(me.value, 'institution.read')
  const found = useLoad(readInstitution, {}, { enabled: reads })
  if (found.is !== 'ready') return []
  return found.value.parts.filter(({ facts }) => facts.kind === 'branch')
}
