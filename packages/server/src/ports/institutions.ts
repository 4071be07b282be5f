export type Institution = { readonly name: string; readonly zone: string }

export type Institutions = {
  readonly own: () => Promise<Institution>
  readonly change: (to: Institution) => Promise<void>
}
