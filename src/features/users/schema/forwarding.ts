import { z } from "zod";
import { MemberEmail } from "~/features/auth/schema";
import { Instant } from "~/lib/instant";
import { Application } from "../schema";

/** Where a mailbox user's mail goes on to. */
export const Forwarding = z.strictObject({
  target: z.string(),
  /** A copy stays in the mailbox. */
  keepsCopy: z.boolean(),
  /** `waiting`: nothing is passed on before whoever reads mail at the target has agreed, by the link that was mailed there. */
  state: z.enum(["waiting", "confirmed"]),
  /** When the link that was mailed ends; null when none is asked for. */
  linkEndsAt: Instant.nullable(),
  /** Whether the mail engine does so. */
  application: Application,
  /** The engine takes it over only when the mailbox may sign in again. */
  waitsForSignIn: z.boolean(),
  createdAt: Instant,
});
export type Forwarding = z.infer<typeof Forwarding>;

export const ForwardingOf = z.strictObject({ forwarding: Forwarding.nullable() });
export type ForwardingOf = z.infer<typeof ForwardingOf>;

export const ChooseForwarding = z.strictObject({ target: MemberEmail, keepsCopy: z.boolean().default(true) });
export type ChooseForwarding = z.infer<typeof ChooseForwarding>;

export const SetForwarding = z.strictObject({ userId: z.uuid(), ...ChooseForwarding.shape });
export type SetForwarding = z.infer<typeof SetForwarding>;

/** What stands behind the `#` of the link: 256 bits, base64url. */
export const forwardTokenPattern = /^forward\.[\w-]{43}$/;
export const ConfirmForwarding = z.strictObject({ token: z.string().regex(forwardTokenPattern) });
export type ConfirmForwarding = z.infer<typeof ConfirmForwarding>;

/** Mail of `address` goes on to `target` from now on. */
export const ConfirmedForwarding = z.strictObject({ address: z.string(), target: z.string() });
export type ConfirmedForwarding = z.infer<typeof ConfirmedForwarding>;
