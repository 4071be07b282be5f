// The papers an institution's act asks for, printed empty to be filled in by hand.
import { type BlankId, blankIds } from '@ochno/domain/document/blank-ids'
import { formPurposes } from '@ochno/domain/document/form-purposes'
import { z } from 'zod'
import { line } from './ids.ts'
import type { Route } from './route.ts'

export const fileKinds = ['pdf', 'docx', 'xlsx', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

/** As a paper names the institution; an empty line is left to be written by hand. */
export const paperSetting = z.strictObject({
  name: line(500),
  /** «кому?», for the consent of 004. */
  dative: line(500).or(z.literal('')),
  short: line(200).or(z.literal('')),
  address: line(300).or(z.literal('')),
  city: line(100).or(z.literal('')),
  /** The slips of the acts are printed mended; word for word otherwise. */
  fixTypos: z.boolean(),
})
export type PaperSetting = z.output<typeof paperSetting>

const formId = z.custom<BlankId>((id) => (blankIds as readonly unknown[]).includes(id))

export const formLine = z.object({
  id: formId,
  name: z.string(),
  purpose: z.enum(formPurposes),
  /** Of the act in force, or of each of the acts where the institution's is none of them. */
  clauses: z.array(z.object({ act: z.string(), clause: z.string() })),
  kinds: z.array(z.enum(fileKinds)),
})
export type FormLine = z.output<typeof formLine>

export const listForms = {
  method: 'GET',
  path: '/api/forms',
  can: 'form.read',
  reply: z.object({
    /** Number of the act whose forms these are; null: the institution's own act follows none of the five, or none is in force. */
    act: z.string().nullable(),
    inForce: z.boolean(),
    rows: z.array(formLine),
    setting: paperSetting,
  }),
  refusals: [],
  summary:
    'Forms of the act in force, with their clauses; of every act where the institution’s is none of the five',
} as const satisfies Route

export const readBlank = {
  method: 'GET',
  path: '/api/forms/:form/blank',
  can: 'form.read',
  params: z.strictObject({ form: formId }),
  query: z.strictObject({ as: z.enum(fileKinds) }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'busy', 'too_many', 'print_failed'],
  summary:
    'One form to be filled in by hand: PDF and DOCX, tables also as XLSX and CSV; nobody’s data is in it',
} as const satisfies Route

export const changePaperSetting = {
  method: 'PUT',
  path: '/api/forms/setting',
  can: 'institution.manage',
  body: paperSetting,
  reply: paperSetting,
  refusals: [],
  summary: 'How papers name the institution, and whether they keep the slips of the acts',
} as const satisfies Route

export const formRoutes = { listForms, readBlank, changePaperSetting } as const
