import { z } from "zod";
import type { MailWrite } from "../../mail/mail";
import type { MethodCall } from "../../seams";
import { parseArguments, SetArguments } from "../arguments";
import type { Jmap, MethodFactory } from "../jmap";
import { deleteObject, insertObject, updateObject } from "../object-store";
import { applyPatch } from "../patch";
import { invalidProperties, SetError } from "../set-error";
import { setObjects } from "../set-objects";
import { listIdentities, type Identity } from "./identities";

/** Stalwart's limits: 20 identities, signatures up to 2,047 bytes each. */
const maxIdentities = 20;
const Signature = z.string().refine((text) => Buffer.byteLength(text) <= 2047, "at most 2047 bytes");
const Name = z
  .string()
  .max(255)
  .refine((text) => !/[\r\n\0]/.test(text));
const Addresses = z.array(z.strictObject({ name: Name.nullable().default(null), email: Name })).max(100);

const Editable = z.strictObject({
  name: Name.nullish().transform((name) => name ?? ""),
  email: z.string().min(3).max(255),
  replyTo: Addresses.nullish().transform((list) => list ?? null),
  bcc: Addresses.nullish().transform((list) => list ?? null),
  textSignature: Signature.nullish().transform((text) => text ?? ""),
  htmlSignature: Signature.nullish().transform((text) => text ?? ""),
});

function parseIdentity(object: Record<string, unknown>): Identity {
  const parsed = Editable.safeParse(object);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.join(", ") : String(issue.path[0] ?? ""),
  );
  throw invalidProperties(issues, parsed.error.issues[0]?.message);
}

function createIdentity(jmap: Jmap, write: MailWrite, object: Record<string, unknown>, count: number) {
  const identity = parseIdentity(object);
  if (count >= maxIdentities) throw new SetError("overQuota", "too many identities");
  const own = jmap.directory.findAccount(write.accountId)?.addresses ?? [];
  if (!own.some((address) => address.toLowerCase() === identity.email.toLowerCase())) {
    throw new SetError("forbiddenFrom", "You may not send from this address.");
  }
  const id = insertObject(write, "Identity", identity);
  return { id, mayDelete: true };
}

/** Identity/set (RFC 8621 section 6.3). `email` cannot be changed. */
export const identitySet: MethodFactory = (jmap) => async (call: MethodCall, args) => {
  const identities = new Map(listIdentities(jmap, call.accountId).map(({ id, value }) => [id, value]));
  const find = (id: string) => {
    const identity = identities.get(id);
    if (!identity) throw new SetError("notFound");
    return identity;
  };
  return setObjects(jmap.mail, call, "Identity", parseArguments(SetArguments, args), {
    create: (write, object) => createIdentity(jmap, write, object, identities.size),
    update(write, id, patch) {
      const before = find(id);
      const after = parseIdentity(applyPatch(before, patch));
      if (after.email !== before.email) throw invalidProperties(["email"], "cannot be changed");
      updateObject(write, "Identity", id, after);
      return null;
    },
    destroy(write, id) {
      const identity = find(id);
      const own = jmap.directory.findAccount(call.accountId)?.addresses ?? [];
      if (!own.includes(identity.email)) return deleteObject(write, "Identity", id);
      updateObject(write, "Identity", id, { ...identity, isHidden: true });
      write.note("Identity", id, "destroyed");
    },
  });
};
