import { type Role, roles } from '@ochno/domain/access/table'

export const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)
