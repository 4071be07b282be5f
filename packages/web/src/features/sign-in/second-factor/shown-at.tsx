import { useMe } from '../../../api/me.ts'
import { When } from '../../../ui/when.tsx'

/** In the zone of one’s institution. */
export function ShownAt({ at }: { at: string }) {
  const me = useMe()
  return <When at={at} zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'} />
}
