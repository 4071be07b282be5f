// Every route of the people, as the server mounts them.
import {
  applyImport,
  cancelImport,
  checkImport,
  exportPeople,
  readImport,
  readImportSample,
} from './people-import.ts'
import { changeGroup, createGroup, inviteGroup, listGroups, removeGroup } from './people-groups.ts'
import {
  changePerson,
  linkParent,
  listLedWork,
  listMyChildren,
  listPeople,
  placePerson,
  readPerson,
  setLead,
  unlinkParent,
} from './people.ts'

export const peopleRoutes = {
  listPeople,
  readPerson,
  changePerson,
  placePerson,
  setLead,
  listLedWork,
  linkParent,
  unlinkParent,
  listGroups,
  createGroup,
  changeGroup,
  removeGroup,
  inviteGroup,
  checkImport,
  applyImport,
  readImport,
  cancelImport,
  exportPeople,
  readImportSample,
  listMyChildren,
} as const
