/** Who may do what in the studio. One table: the server refuses by it, the pages hide by it. */

/**
 * member: watches. admin: the owner, who may do everything. manager: all but what is for sale, and who has
 * which role. editor: films. support: people, without money.
 */
export const roles = ['member', 'admin', 'manager', 'editor', 'support'] as const
export type Role = (typeof roles)[number]

export const operatorRoles = ['admin', 'manager', 'editor', 'support'] as const
export type OperatorRole = (typeof operatorRoles)[number]

/**
 * films: films, collections, uploads and encodes. people: accounts, what they were given, mails to them.
 * payments: what was paid, refunds, the inbox of the payment provider. numbers: revenue and watching.
 * site: name, look, legal pages, checks. audit: the log. sale: plans, prices, the currency, the payment
 * provider's keys. roles: who is an operator, and what they must sign in with.
 */
export const permissions = [
  'films',
  'people',
  'payments',
  'numbers',
  'site',
  'audit',
  'sale',
  'roles',
] as const
export type Permission = (typeof permissions)[number]

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  member: [],
  admin: permissions,
  manager: ['films', 'people', 'payments', 'numbers', 'site', 'audit'],
  editor: ['films'],
  support: ['people'],
}

export const isOperator = (role: Role): role is OperatorRole => role !== 'member'

/** Whether one of the permissions is the role's; one that is not known has none. */
export const may = (role: Role, ...any: readonly Permission[]): boolean =>
  any.some((permission) => granted[role]?.includes(permission) ?? false)
