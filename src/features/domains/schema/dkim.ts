import { z } from "zod";
import { Instant } from "~/lib/instant";
import { RecordState } from "../schema";

export const KeyAlgorithm = z.enum(["rsa-sha256", "ed25519-sha256"]);
export type KeyAlgorithm = z.infer<typeof KeyAlgorithm>;

/** TXT records with the keys themselves, or aliases for names in the operator's zone. */
export const KeyMode = z.enum(["txt", "cname"]);
export type KeyMode = z.infer<typeof KeyMode>;

export const SigningKey = z.strictObject({
  id: z.uuid(),
  selector: z.string(),
  algorithm: KeyAlgorithm,
  bits: z.int(),
  stage: z.enum(["pending", "active", "retiring", "retired"]),
  createdAt: Instant,
  /** When DNS first showed it. */
  publishedAt: Instant.nullable(),
  /** Since when it signs; of one that waits, from when it may. */
  signsAt: Instant.nullable(),
  retiringAt: Instant.nullable(),
  retiredAt: Instant.nullable(),
  /** Without a time it depends on DNS. */
  next: z.strictObject({ step: z.enum(["publish", "sign", "rotate", "retire", "delete"]), at: Instant.nullable() }),
  /** Its record and what DNS shows of it; null once nothing has to be published any more. */
  record: z
    .strictObject({
      name: z.string(),
      shortName: z.string(),
      type: z.enum(["TXT", "CNAME"]),
      value: z.string(),
      state: RecordState,
      /** It works, though what stands there is not what is asked for. */
      isOtherForm: z.boolean(),
    })
    .nullable(),
  /** Full name of a record that may be deleted now. */
  leftover: z.string().nullable(),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** Of each algorithm the one that signs first, then those that wait, then those that are over. */
export const SigningKeys = z.strictObject({
  mode: KeyMode,
  /** The operator has a zone for keys. */
  canUseAliases: z.boolean(),
  isProven: z.boolean(),
  keys: z.array(SigningKey),
});
export type SigningKeys = z.infer<typeof SigningKeys>;

export const KeyRef = z.strictObject({ domainId: z.uuid(), algorithm: KeyAlgorithm });
export type KeyRef = z.infer<typeof KeyRef>;

export const SetKeyMode = z.strictObject({ domainId: z.uuid(), mode: KeyMode });
export type SetKeyMode = z.infer<typeof SetKeyMode>;
