import { createHash } from "node:crypto";
import { AppError } from "../../lib/errors";
import type { Actor, Context } from "../context";
import { networkOf } from "../network-of";

/** Long enough that nobody hits upon another's by chance, visible ASCII only. */
const form = /^[\x21-\x7e]{16,200}$/;

/** What a call asks for, and where its answer is kept. */
export type KeyedCall = {
  /** SHA-256 of caller, procedure and key, base64url: it cannot be found without knowing all three. */
  id: string;
  tenantId: string | null;
  /** Keyed, for the input may hold a password that could otherwise be tried out. */
  bodyHash: string;
};

/** Who asks, and as what: whoever has lost a role since asks anew. Who has not signed in is as good as the network. */
function callerOf(actor: Actor | undefined, ip: string): unknown[] {
  if (!actor) return ["network", networkOf(ip)];
  if (actor.kind === "member") return ["member", actor.memberId, actor.role, actor.domainIds];
  if (actor.kind === "token") return ["token", actor.tokenId, actor.role, actor.domainIds];
  return actor.kind === "mailbox" ? ["mailbox", actor.mailUserId] : [actor.kind, actor.name];
}

/** The same text for the same value, in whatever order its fields stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? "";

/** A call with an `Idempotency-Key`; null when it has none. Throws `request.invalid` for a key of another form. */
export function keyedCallOf(
  ctx: Context & { tenantId?: string; actor?: Actor },
  path: string,
  input: unknown,
): KeyedCall | null {
  const { idempotencyKey: key, ip, actor, secretBox } = ctx;
  if (key === undefined) return null;
  if (!form.test(key)) {
    const message = "must have 16 to 200 visible ASCII characters";
    throw new AppError("request.invalid", { issues: [{ path: "Idempotency-Key", message }] });
  }
  const parts = JSON.stringify([callerOf(actor, ip), path, key]);
  const id = createHash("sha256").update(parts).digest("base64url");
  return { id, tenantId: ctx.tenantId ?? null, bodyHash: secretBox.fingerprint(canonical(input), `idempotency:${id}`) };
}
