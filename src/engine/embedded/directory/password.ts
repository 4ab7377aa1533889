import { hash, verify } from "@node-rs/argon2";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { createGate } from "../../../lib/gate";
import { invalidProperties } from "./set-failure";

/** Characters. */
export type PasswordLengths = { min: number; max: number };

const known = /^(\$argon2(id|i|d)\$|\$2[aby]\$\d\d\$.{53}$)/;
const common = /^(password|passw0rd|qwerty|letmein|welcome|iloveyou|admin|abc123|111111|12345678)/i;

const atMost = createGate(availableParallelism());

const isWeak = (password: string): boolean =>
  new Set(password).size < 5 || (password.length < 14 && common.test(password)) || /^\d+$/.test(password);

/**
 * What is stored for a password: an argon2id hash (19 MiB, t=2, p=1), or the given text when it is a complete argon2 or bcrypt
 * hash already. Throws `invalidProperties` for lengths outside the limits and for weak ones.
 */
export async function hashPassword(secret: string, { min, max }: PasswordLengths): Promise<string> {
  if (known.test(secret)) return secret;
  if (secret.startsWith("$") || secret.startsWith("{"))
    throw invalidProperties(["secret"], "This kind of hash is not supported.");
  if (secret.length < min) throw invalidProperties(["secret"], `Password must be at least ${min} characters long.`);
  if (secret.length > max) throw invalidProperties(["secret"], `Password must be at most ${max} characters long.`);
  if (isWeak(secret)) throw invalidProperties(["secret"], "Password is too weak.");
  return atMost(() => hash(secret, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
}

const remembered = new Map<string, number>();
const rememberFor = 10 * 60_000;
const rememberAtMost = 2_000;

/**
 * Compares with a stored hash. A match is remembered in memory under a digest of both, so that it need not be computed for each
 * HTTP call: another password or another stored hash is another digest, which makes the memory right by itself.
 */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const digest = createHash("sha256").update(stored).update("\0").update(password).digest("base64");
  const until = remembered.get(digest);
  if (until !== undefined && until > Date.now()) return true;
  const isRight = await atMost(() =>
    stored.startsWith("$argon2") ? verify(stored, password) : Bun.password.verify(password, stored),
  ).catch(() => false);
  if (isRight) {
    if (remembered.size >= rememberAtMost) remembered.delete(remembered.keys().next().value as string);
    remembered.set(digest, Date.now() + rememberFor);
  }
  return isRight;
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that the time of a refusal does not tell whether the address exists. */
export async function verifyNobody(password: string): Promise<false> {
  decoy ??= hash("nobody has this password", { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await verifyPassword(await decoy, password);
  return false;
}
