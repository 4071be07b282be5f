/** Exams `e` that figures are made of: published. */
export const REAL_EXAM = `e.state = 'published'`
