/** The kinds of document the acts name (003 4.2.3, 004 6.3.3); the kind is kept, a number never is. */
export const documentKinds = [
  'student_card',
  'passport_rf',
  'passport_abroad',
  'passport_foreign',
  'driving_licence',
] as const
export type DocumentKind = (typeof documentKinds)[number]
