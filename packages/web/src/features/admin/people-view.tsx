import type { PersonRow } from '@ochno/contract/people'
import {
  IconDots,
  IconLink,
  IconLock,
  IconLockOpen,
  IconShieldX,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Drop, dropItem } from '../../ui/drop.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { RowLink } from './row-link.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './people-view.module.css'

const tones = { active: 'ok', invited: 'info', disabled: 'idle' } as const satisfies Record<
  PersonRow['state'],
  Tone
>

/** The same functions for as long as the page is open: a row is drawn anew when something in it changed, not when others came. */
type Acts = {
  readonly onInvite: (person: PersonRow) => void
  readonly onRoles: (person: PersonRow) => void
  readonly onForget: (person: PersonRow) => void
  readonly onDisable: (person: PersonRow) => void
  readonly onEnable: (person: PersonRow) => void
}

export type PeopleViewProps = Acts & {
  readonly rows: readonly PersonRow[]
  readonly more: More
  readonly searched: boolean
  readonly branches: boolean
  readonly self: string | null
}

const keyOf = (person: PersonRow) => person.id

export function PeopleView({ rows, more, searched, branches, self, ...acts }: PeopleViewProps) {
  const { t } = useTranslation()
  const columns = useColumns(branches, self, acts)
  if (!rows.length)
    return (
      <Empty icon={IconUsers} title={t(searched ? 'admin.people.nobody' : 'admin.people.empty')}>
        {t(searched ? 'admin.people.nobodyText' : 'admin.people.emptyText')}
      </Empty>
    )
  return (
    <>
      <p role="status" className={classes.count}>
        {t('admin.people.count', { count: more.total })}
      </p>
      <LongTable label={t('admin.people.title')} rows={rows} more={more} rowKey={keyOf} columns={columns} />
    </>
  )
}

function useColumns(branches: boolean, self: string | null, acts: Acts): readonly Column<PersonRow>[] {
  const { t } = useTranslation()
  const { onInvite, onRoles, onForget, onDisable, onEnable } = acts
  return useMemo(
    () => [
      {
        name: t('admin.people.name'),
        cell: (person) => (
          <RowLink to={`/people/${person.id}`}>
            <strong>{person.fullName}</strong>
          </RowLink>
        ),
      },
      { name: t('admin.people.login'), cell: (person) => person.login },
      { name: t('people.group'), cell: (person) => person.group?.name ?? t('people.none') },
      ...(branches
        ? [
            {
              name: t('people.branch.one'),
              cell: (person: PersonRow) => person.branch?.name ?? t('people.none'),
            },
          ]
        : []),
      {
        name: t('admin.people.roles'),
        cell: (person) => person.roles.map((role) => t(`common.roles.${role}`)).join(', '),
      },
      {
        name: t('admin.people.state'),
        cell: (person) => (
          <StateMark tone={tones[person.state]} word={t(`admin.people.states.${person.state}`)} />
        ),
      },
      {
        name: t('admin.people.actions'),
        quiet: true,
        cell: (person) => (
          <PersonMenu person={person} self={self} {...{ onInvite, onRoles, onForget, onDisable, onEnable }} />
        ),
      },
    ],
    [t, branches, self, onInvite, onRoles, onForget, onDisable, onEnable],
  )
}

function PersonMenu({
  person,
  self,
  onInvite,
  onRoles,
  onForget,
  onDisable,
  onEnable,
}: { person: PersonRow; self: string | null } & Acts) {
  const { t } = useTranslation()
  return (
    <Drop
      label={t('admin.people.more', { name: person.fullName })}
      button={<IconDots size={18} aria-hidden />}
    >
      <button type="button" className={dropItem} onClick={() => onInvite(person)}>
        <IconLink size={18} aria-hidden />
        {t('admin.people.newLink')}
      </button>
      {person.id === self ? null : (
        <button type="button" className={dropItem} onClick={() => onRoles(person)}>
          <IconUserCog size={18} aria-hidden />
          {t('admin.people.changeRoles')}
        </button>
      )}
      {person.id === self ? null : (
        <button type="button" className={dropItem} onClick={() => onForget(person)}>
          <IconShieldX size={18} aria-hidden />
          {t('secondFactor.forget.title')}
        </button>
      )}
      {person.id === self ? null : person.state === 'disabled' ? (
        <button type="button" className={dropItem} onClick={() => onEnable(person)}>
          <IconLockOpen size={18} aria-hidden />
          {t('admin.people.enable')}
        </button>
      ) : (
        <button type="button" className={dropItem} onClick={() => onDisable(person)}>
          <IconLock size={18} aria-hidden />
          {t('admin.people.disable')}
        </button>
      )}
    </Drop>
  )
}
