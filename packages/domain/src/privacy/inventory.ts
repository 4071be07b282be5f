/** What the columns with personal data say of themselves: what they hold, and how long it stays (R0-7.2a). */
export const dataKinds = [
  'identity',
  'identity document',
  'photo or voice',
  'recording metadata',
  'behaviour',
  'health',
  'content',
  'free text',
  'words of staff',
  'contact',
  'address of the institution',
  'name of the institution',
  'names of officials and bodies on the title page',
  'facts of the act',
  'contact of staff published by the institution',
  'contacts of staff published by the institution',
  'staff published by the institution',
  'papers of staff',
  'device',
  'secret',
  'technical',
] as const
export type DataKind = (typeof dataKinds)[number]

export const dataTerms = [
  'account',
  'exam',
  'session',
  'recording',
  'protocol',
  'journal',
  'trial',
  '30 days after end',
  'a quarter of an hour',
  'five minutes',
] as const
export type DataTerm = (typeof dataTerms)[number]
