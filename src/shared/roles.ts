/** Roles granted to a person for signing in (decisions H12). Derived relations are never stored here. */
export const signInRoles = [
  'platform_administrator',
  'vision_unit',
  'entity_administrator',
  'ejada_team',
  'planning',
  'finance_administration',
  'communication',
  'vision_office_director',
  'vision_office_specialist',
  'head_office',
  'head',
  'auditor',
] as const

export type SignInRole = (typeof signInRoles)[number]

/** Roles that belong to the platform and not to one entity. */
export const platformRoles = ['platform_administrator', 'vision_unit'] as const satisfies readonly SignInRole[]

/** Roles that an entity's administrator may grant inside the entity. */
export const entityRoles = signInRoles.filter(
  (role): role is Exclude<SignInRole, (typeof platformRoles)[number]> =>
    !(platformRoles as readonly string[]).includes(role),
)
