export const exam = {}
