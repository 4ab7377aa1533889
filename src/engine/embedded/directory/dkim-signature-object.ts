import { z } from "zod";
import { encodeId, rowId } from "../ids";
import type { DirectoryContext } from "./directory-context";
import { dkimPublicKey } from "./dkim-key";
import { isoSeconds, secretMask, secretValue, setOf, utcInstant } from "./encodings";
import type { ObjectKind } from "./object-kind";
import type { Body, StoredObject } from "./registry-store";
import { requireDomain } from "./require-domain";
import { invalidProperties, primaryKeyViolation } from "./set-failure";

const defaultHeaders = { From: true, To: true, Date: true, Subject: true, "Message-ID": true } as const;

/** What a client may write of an `x:DkimSignature`. */
export const DkimSignatureBody = z.strictObject({
  "@type": z.enum(["Dkim1RsaSha256", "Dkim1Ed25519Sha256"]),
  domainId: z.string().min(1).max(16),
  selector: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*$/i)
    .max(128),
  stage: z.enum(["pending", "active", "retiring", "retired"]).default("active"),
  privateKey: secretValue,
  headers: setOf().default({ ...defaultHeaders }),
  canonicalization: z
    .enum(["relaxed/relaxed", "simple/simple", "relaxed/simple", "simple/relaxed"])
    .default("relaxed/relaxed"),
  report: z.boolean().default(true),
  expire: z.number().int().nonnegative().nullable().default(null),
  auid: z.string().max(320).nullable().default(null),
  thirdParty: z.string().max(255).nullable().default(null),
  nextTransitionAt: utcInstant.nullable().default(null),
  memberTenantId: z.string().max(16).nullable().default(null),
});
export type DkimSignatureBody = z.infer<typeof DkimSignatureBody>;

const show = ({ id, body }: StoredObject): Body => ({
  id: encodeId(id),
  ...body,
  privateKey: { "@type": "Text", secret: secretMask },
});

/** Stores a key; the public half is computed from the private one. Used for imported and for generated keys. */
export function insertDkimSignature({ store, now }: DirectoryContext, body: DkimSignatureBody): number {
  if (body.privateKey["@type"] === "None") throw invalidProperties(["privateKey"], "A signature needs a key.");
  const publicKey = dkimPublicKey(body["@type"], body.privateKey.secret);
  return store.transaction(() => {
    const domain = requireDomain(store, body.domainId);
    refuseSameSelector(store.listOfDomain("DkimSignature", domain), body.selector);
    const id = store.nextId("DkimSignature");
    store.put("DkimSignature", id, { ...body, publicKey, createdAt: isoSeconds(now()) }, { domain });
    return id;
  });
}

function refuseSameSelector(keys: StoredObject[], selector: string, except = -1): void {
  const same = keys.find(
    (key) => key.id !== except && String(key.body.selector).toLowerCase() === selector.toLowerCase(),
  );
  if (same) throw primaryKeyViolation(["domainId", "selector"], { object: "DkimSignature", id: encodeId(same.id) });
}

/** `x:DkimSignature`: a signing key of a domain; only the stage `active` signs. */
export function dkimSignatureObject(context: DirectoryContext): ObjectKind {
  const { store } = context;
  return {
    name: "DkimSignature",
    permission: "sysDkimSignature",
    serverSet: ["publicKey", "createdAt"],
    schema: DkimSignatureBody,
    filters: {
      domainId: (key, value) => key.domainId === value,
      memberTenantId: (key, value) => key.memberTenantId === value,
    },
    list: (_call, { domainId }) =>
      (typeof domainId === "string"
        ? store.listOfDomain("DkimSignature", rowId(domainId) ?? -1)
        : store.list("DkimSignature")
      ).map(show),
    find(_call, id) {
      const found = store.find("DkimSignature", rowId(id) ?? -1);
      return found && show(found);
    },
    stored: (_call, id) => store.find("DkimSignature", rowId(id) ?? -1)?.body ?? null,
    create: (_call, body) => ({ id: encodeId(insertDkimSignature(context, body as DkimSignatureBody)) }),
    update(_call, id, given, before) {
      const body = given as DkimSignatureBody;
      if (body["@type"] !== before["@type"] || body.domainId !== before.domainId)
        throw invalidProperties(["@type", "domainId"], "A key stays what it is and where it is.");
      if (body.privateKey["@type"] === "None") throw invalidProperties(["privateKey"], "A signature needs a key.");
      if (body.privateKey.secret === secretMask) body.privateKey = before.privateKey as DkimSignatureBody["privateKey"];
      const { secret = "" } = body.privateKey as { secret?: string };
      const publicKey = dkimPublicKey(body["@type"], secret);
      store.transaction(() => {
        const domain = requireDomain(store, body.domainId);
        refuseSameSelector(store.listOfDomain("DkimSignature", domain), body.selector, rowId(id) as number);
        store.put(
          "DkimSignature",
          rowId(id) as number,
          { ...body, publicKey, createdAt: before.createdAt },
          { domain },
        );
      });
    },
    destroy: (_call, id) => store.transaction(() => void store.drop("DkimSignature", rowId(id) as number)),
  };
}
