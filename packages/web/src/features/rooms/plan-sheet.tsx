import { MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { listGroups } from '@ochno/contract/people-groups'
import { listPeople } from '@ochno/contract/people'
import {
  changeRoom,
  createRoom,
  listMyRooms,
  listRooms,
  readRoom,
  type RoomPlanGiven,
  type RoomView,
} from '@ochno/contract/rooms'
import type { AccountId, GroupId } from '@ochno/domain/ids'
import { roomKinds } from '@ochno/domain/rooms/plan'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { zoneName } from '../../ui/zone.ts'
import classes from './rooms.module.css'

const LESSON = 45
const FIVE_MINUTES = 5 * 60_000

/** A new lesson, or another plan for one. */
export function PlanSheet({
  room,
  zone,
  onClose,
}: {
  room: RoomView | null
  zone: string
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const groups = useLoad(listGroups, { query: {} })
  const bears = useLoad(listRooms, { query: {} })
  const refresh = [listRooms, listMyRooms, readRoom]
  const creating = useDo(createRoom, refresh)
  const changing = useDo(changeRoom, refresh)
  const [plan, setPlan] = useState(() => begin(room, zone))
  const [find, setFind] = useState('')
  const people = useLoad(listPeople, { query: find.trim() ? { find: find.trim() } : {} })
  const [named, setNamed] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((room?.seats ?? []).map(({ id, name }) => [id, name])),
  )
  const set = (more: Partial<typeof plan>) => setPlan({ ...plan, ...more })
  const limits = bears.is === 'ready' ? bears.value.limits : null
  const rows = groups.is === 'ready' ? groups.value.rows : []
  const chosen = rows.find(({ id }) => id === plan.group)
  const count = (chosen?.members ?? 0) + plan.invited.length + 1
  const tooMany = limits !== null && count > limits.capacity

  const submit = async () => {
    const body: RoomPlanGiven = {
      ...plan,
      group: (plan.group || null) as GroupId | null,
      invited: plan.invited as AccountId[],
      startsAt: fromZoned(plan.startsAt, zone),
    }
    const answer = room
      ? await changing.run({ params: { rom: room.id }, body })
      : await creating.run({ body })
    if (answer.ok) onClose()
  }
  const found = people.is === 'ready' ? people.value.rows : []
  const options = new Map([
    ...plan.invited.map((id) => [id, named[id] ?? id] as const),
    ...found.map(({ id, fullName }) => [id as string, fullName] as const),
  ])
  return (
    <FormSheet
      title={t(room ? 'rooms.plan.change' : 'rooms.plan.title')}
      onClose={onClose}
      failure={creating.failure ?? changing.failure}
      submit={t(room ? 'rooms.plan.save' : 'rooms.plan.submit')}
      busy={creating.busy || changing.busy}
      disabled={!plan.title.trim() || tooMany}
      onSubmit={() => void submit()}
    >
      <Select
        label={t('rooms.plan.kind')}
        data={roomKinds.map((value) => ({ value, label: t(`rooms.kinds.${value}`) }))}
        value={plan.kind}
        allowDeselect={false}
        onChange={(value) => value && set({ kind: value as RoomPlanGiven['kind'] })}
      />
      <TextInput
        label={t('rooms.plan.name')}
        description={t('rooms.plan.nameHint')}
        value={plan.title}
        maxLength={200}
        onChange={(event) => set({ title: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <Select
        label={t('rooms.plan.group')}
        data={[
          { value: '', label: t('rooms.plan.noGroup') },
          ...rows.map(({ id, name, members }) => ({ value: id as string, label: `${name} (${members})` })),
        ]}
        value={plan.group}
        searchable
        allowDeselect={false}
        onChange={(value) => set({ group: value ?? '' })}
      />
      <MultiSelect
        label={t('rooms.plan.invited')}
        description={t('rooms.plan.invitedHint')}
        data={[...options].map(([value, label]) => ({ value, label }))}
        value={plan.invited}
        searchable
        searchValue={find}
        onSearchChange={setFind}
        maxValues={100}
        onChange={(invited) => {
          setNamed({ ...named, ...Object.fromEntries(options) })
          set({ invited })
        }}
      />
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label={t('rooms.plan.starts')}
          value={plan.startsAt}
          onChange={(event) => set({ startsAt: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <NumberInput
          label={t('rooms.plan.minutes')}
          value={plan.minutes}
          min={5}
          max={limits?.longestMinutes ?? 1_440}
          step={5}
          allowDecimal={false}
          onChange={(value) => set({ minutes: Number(value) || LESSON })}
        />
      </div>
      <p className={classes.quiet}>
        {t('exams.create.zone', { zone: zoneName(zone, i18n.language, new Date()) })}
      </p>
      <Switch
        label={t('rooms.plan.lobby')}
        description={t('rooms.plan.lobbyHint')}
        checked={plan.lobby}
        onChange={(event) => set({ lobby: event.currentTarget.checked })}
      />
      {tooMany ? (
        <Notice
          tone="warn"
          live="status"
          title={t('rooms.plan.tooMany', { count, capacity: limits.capacity })}
        />
      ) : null}
      {limits ? (
        <p className={classes.quiet}>
          {t('rooms.plan.limits', {
            capacity: limits.capacity,
            longest: limits.longestMinutes,
            overrun: limits.overrunMinutes,
          })}{' '}
          {t('rooms.plan.noRecord')}
        </p>
      ) : null}
    </FormSheet>
  )
}

const begin = (room: RoomView | null, zone: string) => ({
  kind: room?.kind ?? ('lesson' as RoomPlanGiven['kind']),
  title: room?.title ?? '',
  group: (room?.groupId ?? '') as string,
  invited: (room?.named ?? []) as string[],
  startsAt: toZoned(
    room?.startsAt ?? new Date(Math.ceil(Date.now() / FIVE_MINUTES) * FIVE_MINUTES).toISOString(),
    zone,
  ),
  minutes: room?.minutes ?? LESSON,
  lobby: room?.lobby ?? true,
})
