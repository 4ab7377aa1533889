import { z } from "zod";
import { mailAddress, withoutSpacesAround } from "~/lib/mail-address";

const NamedDomain = z.strictObject({ id: z.uuid(), name: z.string() });

/** What becomes of mail to a domain beyond its mailboxes, aliases and groups. */
export const DomainAddressing = z.strictObject({
  domainId: z.uuid(),
  /** Gets mail to addresses that nobody holds; null: such mail is refused. */
  catchAll: z.string().nullable(),
  /** Nobody gets mail at that address any more, so such mail is refused. */
  isCatchAllGone: z.boolean(),
  /** `ana+anything@` reaches ana@. */
  subAddressing: z.boolean(),
  /** Every address of that domain works under this name too; this one then has none of its own. */
  aliasOf: NamedDomain.nullable(),
  /** Names under which the addresses of this domain work, too. */
  otherNames: z.array(NamedDomain),
  /** It has mailboxes, aliases or groups, so it cannot become another name of a domain. */
  hasAddresses: z.boolean(),
  /** The addresses that every domain must have, and who gets that mail; null: nobody yet. */
  roles: z.array(z.strictObject({ address: z.string(), holder: z.string().nullable() })),
});
export type DomainAddressing = z.infer<typeof DomainAddressing>;

/** `null`: mail to addresses that nobody holds is refused. */
export const SetCatchAll = z.strictObject({
  domainId: z.uuid(),
  address: z
    .string()
    .overwrite(withoutSpacesAround)
    .toLowerCase()
    .max(254)
    .pipe(z.email({ pattern: mailAddress }))
    .nullable(),
});
export type SetCatchAll = z.infer<typeof SetCatchAll>;

export const SetSubAddressing = z.strictObject({ domainId: z.uuid(), subAddressing: z.boolean() });
export type SetSubAddressing = z.infer<typeof SetSubAddressing>;

/** `mainId` is the domain whose addresses shall work under this name, too; `null`: it stands for itself. */
export const SetAliasOf = z.strictObject({ domainId: z.uuid(), mainId: z.uuid().nullable() });
export type SetAliasOf = z.infer<typeof SetAliasOf>;
