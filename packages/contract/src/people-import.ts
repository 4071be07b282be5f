// People from a file, with a preview of what it would change, and back into one.
import type { Id } from '@ochno/domain/ids'
import { problemCodes } from '@ochno/domain/people/rows'
import { TABLE_BYTES } from '@ochno/domain/upload/rules'
import { z } from 'zod'
import { moment } from './ids.ts'
import type { Route } from './route.ts'
import { role } from './sign-in.ts'

/** Octets; larger files are refused before they are read to the end. */
export const IMPORT_BYTES = TABLE_BYTES

export const importId = z
  .string()
  .regex(/^imp_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'imp'>)

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  linked: z.number(),
  groups: z.number(),
  same: z.number(),
})

const problem = z.object({
  line: z.number(),
  column: z.string().nullable(),
  code: z.enum(problemCodes),
  value: z.string(),
})
export type ProblemView = z.output<typeof problem>

const importPreview = z.object({
  kind: z.enum(['csv', 'xlsx']),
  /** Names this plan: applying it asks for the same one. Null while there is anything to mend. */
  plan: z.string().nullable(),
  counts,
  /** What each column of ours is called in the file. */
  columns: z.array(z.object({ field: z.string(), title: z.string() })),
  unknown: z.array(z.string()),
  problems: z.array(problem),
  problemCount: z.number(),
  sample: z.array(
    z.object({
      line: z.number(),
      fullName: z.string(),
      login: z.string(),
      roles: z.array(role),
      group: z.string().nullable(),
      learnerId: z.string().nullable(),
      born: z.string().nullable(),
      email: z.string().nullable(),
      does: z.enum(['add', 'change']),
      /** What is written anew about somebody who is there. */
      fields: z.array(z.string()),
    }),
  ),
  /** When this very file was applied before. */
  appliedAt: moment.nullable(),
})
export type ImportPreview = z.output<typeof importPreview>

export const checkImport = {
  method: 'POST',
  path: '/api/people-import/check',
  can: 'account.manage',
  body: 'octets',
  upload: 'table',
  reply: importPreview,
  refusals: ['too_large', 'file_unreadable', 'file_old_excel', 'import_cancelled'],
  summary: 'Read a CSV or XLSX of people and tell what it would do; nothing is written',
} as const satisfies Route

export const applyImport = {
  method: 'POST',
  path: '/api/people-import',
  can: 'account.manage',
  stepUp: true,
  query: z.strictObject({
    plan: z.string().regex(/^[0-9a-f]{64}$/),
    /** The institution has seen the papers of the parents in the file. */
    verified: z.enum(['yes', 'no']).default('no'),
  }),
  body: 'octets',
  upload: 'table',
  /** `id` names it for the letters of invitation. */
  reply: z.object({ id: importId, counts, already: z.boolean(), appliedAt: moment }),
  refusals: [
    'too_large',
    'file_unreadable',
    'file_old_excel',
    'import_problems',
    'import_changed',
    'import_cancelled',
  ],
  summary: 'Apply the plan that was shown, whole or not at all; the same file again changes nothing',
} as const satisfies Route

export const readImport = {
  method: 'GET',
  path: '/api/people-import',
  can: 'account.manage',
  reply: z.object({
    /** Of the file this person sent; null: nothing runs. */
    running: z
      .object({
        step: z.enum(['reading', 'checking', 'writing']),
        done: z.number(),
        /** People and links to write; 0 while they are not counted yet. */
        total: z.number(),
      })
      .nullable(),
    last: z.object({ id: importId, counts, appliedAt: moment }).nullable(),
  }),
  refusals: [],
  summary: 'How far one’s own import has come, and what the last one did',
} as const satisfies Route

export const cancelImport = {
  method: 'DELETE',
  path: '/api/people-import',
  can: 'account.manage',
  reply: 'none',
  refusals: ['not_found'],
  summary: 'Stop one’s own import: it is undone whole',
} as const satisfies Route

const fileKind = z.strictObject({ as: z.enum(['csv', 'xlsx']).default('xlsx') })

export const exportPeople = {
  method: 'GET',
  path: '/api/people-export',
  can: 'account.manage',
  query: fileKind,
  reply: 'octets',
  refusals: ['not_same_origin', 'too_large', 'too_slow', 'busy', 'print_failed'],
  summary: 'The list of people as CSV or XLSX; cells are never formulas',
} as const satisfies Route

export const readImportSample = {
  method: 'GET',
  path: '/api/people-import/sample',
  can: 'account.manage',
  query: fileKind,
  reply: 'octets',
  refusals: ['too_large', 'too_slow', 'busy', 'print_failed'],
  summary: 'A file to fill in, with invented people',
} as const satisfies Route
