import { z } from "zod";
import { setOf } from "./encodings";
import type { ObjectKind } from "./object-kind";
import type { Body, RegistryStore } from "./registry-store";
import { requireDomain } from "./require-domain";
import { invalidProperties } from "./set-failure";

const id = z.string().min(1).max(16);

const schemas = {
  SystemSettings: z.strictObject({
    defaultHostname: z.string().min(1).max(253).default("localhost"),
    defaultDomainId: id.nullable().default(null),
    mailExchangers: z
      .record(
        z.string(),
        z.strictObject({ hostname: z.string().max(253).nullable(), priority: z.number().int().min(0).max(65_535) }),
      )
      .default({}),
  }),
  Authentication: z.strictObject({
    defaultUserRoleIds: setOf(id).default({ b: true }),
    defaultGroupRoleIds: setOf(id).default({ c: true }),
    defaultTenantRoleIds: setOf(id).default({ d: true }),
    defaultAdminRoleIds: setOf(id).default({ e: true, b: true }),
    passwordMinLength: z.number().int().min(8).max(128).default(8),
    passwordMaxLength: z.number().int().min(8).max(1024).default(128),
    maxApiKeys: z.number().int().nonnegative().nullable().default(5),
    maxAppPasswords: z.number().int().nonnegative().nullable().default(5),
  }),
};

type Singletons = { [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };

/** The only object of its kind; defaults where nothing was written. */
export const readSingleton = <K extends keyof Singletons>(store: RegistryStore, name: K): Singletons[K] =>
  schemas[name].parse(store.find(name, 0)?.body ?? {}) as Singletons[K];

/** The limits of `x:Authentication` for passwords that come in clear. */
export function passwordLengths(store: RegistryStore): { min: number; max: number } {
  const { passwordMinLength: min, passwordMaxLength: max } = readSingleton(store, "Authentication");
  return { min, max };
}

/** `x:SystemSettings` and `x:Authentication`: read and updated under the id `singleton`. */
export function singletonObjects(store: RegistryStore): ObjectKind[] {
  return (Object.keys(schemas) as (keyof Singletons)[]).map((name) => {
    const read = (): Body => ({ id: "singleton", ...readSingleton(store, name) });
    return {
      name,
      permission: `sys${name}`,
      singleton: true,
      serverSet: [],
      schema: schemas[name] as unknown as z.ZodType<Body>,
      filters: {},
      list: () => [read()],
      find: (_call, wanted) => (wanted === "singleton" ? read() : null),
      update(_call, _id, body) {
        if (typeof body.defaultDomainId === "string") requireDomain(store, body.defaultDomainId);
        if (Number(body.passwordMinLength ?? 0) > Number(body.passwordMaxLength ?? Infinity))
          throw invalidProperties(["passwordMinLength"], "The shortest password is longer than the longest.");
        store.transaction(() => store.put(name, 0, body));
      },
    };
  });
}
