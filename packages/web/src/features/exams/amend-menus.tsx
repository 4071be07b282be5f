import type { SessionView } from '@ochno/contract/sessions'
import type { SlotId } from '@ochno/domain/ids'
import {
  IconCalendarOff,
  IconCalendarTime,
  IconDots,
  IconKey,
  IconPencil,
  IconUserMinus,
  IconUserPlus,
  IconUserShare,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Drop, dropItem } from '../../ui/drop.tsx'
import type { Intent, Slot } from './amend-form.ts'
import { useSlotWords } from './slot-words.ts'

type Asking = { readonly onIntent: (intent: Intent) => void }

/** Who has not begun is moved or taken off; who did not come in time gets another time. */
const mayBeMoved = ({ state }: SessionView): boolean =>
  state === 'admitted' || state === 'expired_not_started'

/** Whoever lost the way in, before the exam or in the middle of it, gets a code. */
const mayComeIn = ({ state }: SessionView): boolean =>
  state === 'admitted' || state === 'authorized' || state === 'in_progress'

export function PersonMenu({
  session,
  slot,
  onIntent,
  onCode,
}: { session: SessionView; slot: SlotId | null; onCode: () => void } & Asking) {
  const { t } = useTranslation()
  if (!mayBeMoved(session) && !mayComeIn(session)) return null
  return (
    <Drop
      label={t('amendments.person.menu', { name: session.examinee.name })}
      button={<IconDots size={18} aria-hidden />}
    >
      {mayBeMoved(session) ? (
        <button
          type="button"
          className={dropItem}
          onClick={() => onIntent({ do: 'move', session, from: slot })}
        >
          <IconCalendarTime size={18} aria-hidden />
          {t('amendments.person.move')}
        </button>
      ) : null}
      {mayComeIn(session) ? (
        <button type="button" className={dropItem} onClick={onCode}>
          <IconKey size={18} aria-hidden />
          {t('amendments.person.code')}
        </button>
      ) : null}
      {session.state === 'admitted' ? (
        <button
          type="button"
          className={dropItem}
          onClick={() => onIntent({ do: 'take_off', session, from: slot })}
        >
          <IconUserMinus size={18} aria-hidden />
          {t('amendments.person.takeOff')}
        </button>
      ) : null}
    </Drop>
  )
}

export function SlotMenu({ slot, zone, onIntent }: { slot: Slot; zone: string } & Asking) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  return (
    <Drop
      label={t('amendments.slot.menu', { slot: words(slot) })}
      button={
        <>
          <IconPencil size={18} aria-hidden />
          {t('amendments.slot.button')}
        </>
      }
    >
      <button type="button" className={dropItem} onClick={() => onIntent({ do: 'add', slot: slot.id })}>
        <IconUserPlus size={18} aria-hidden />
        {t('amendments.slot.add')}
      </button>
      <button type="button" className={dropItem} onClick={() => onIntent({ do: 'move_slot', slot })}>
        <IconCalendarTime size={18} aria-hidden />
        {t('amendments.slot.move')}
      </button>
      {slot.people ? (
        <button type="button" className={dropItem} onClick={() => onIntent({ do: 'change_proctor', slot })}>
          <IconUserShare size={18} aria-hidden />
          {t('amendments.slot.proctor')}
        </button>
      ) : null}
      <button type="button" className={dropItem} onClick={() => onIntent({ do: 'cancel_slot', slot })}>
        <IconCalendarOff size={18} aria-hidden />
        {t('amendments.slot.cancel')}
      </button>
    </Drop>
  )
}
