export const exams = {}
