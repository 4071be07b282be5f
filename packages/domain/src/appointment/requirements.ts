// Where an act wants a proctor to know the requirements of an exam before the watch.

const clauses: Readonly<Record<string, string>> = { '001': '5.1', '003': '5.1.2', '004': '7.2.2' }

/** Null: the act does not ask it. */
export const requirementsClause = (act: string | null): string | null =>
  act === null ? null : (clauses[act] ?? null)
