import { createSignal } from "solid-js";
import { trpc } from "~/trpc/client";
import type { ComposingSetup, Signature } from "../../schema/composing";
import type { MailPreferences } from "../../schema/preferences";

const [setup, setSetup] = createSignal<ComposingSetup>({ identities: [], signatures: [] });
let reading: Promise<void> | undefined;

/** As whom one may write, and one's signatures; empty until they were read. */
export const composingSetup = setup;

/** Reads them once, so that a composer has them when it opens; a failure is forgotten, and the next composer tries again. */
export function readSetup(): Promise<void> {
  reading ??= trpc.webmail.composing.setup.query().then(
    (read) => void setSetup(read),
    () => void (reading = undefined),
  );
  return reading;
}

/** Has them read again after they were changed. */
export function rereadSetup(): Promise<void> {
  reading = undefined;
  return readSetup();
}

/** The signature that stands under messages from an address. */
export const signatureOf = (email: string, chosen: MailPreferences["signatures"]): Signature | undefined =>
  setup().signatures.find(({ id }) => id === chosen[email.toLowerCase()]);

/** Every address of one's own, in lower case, also before they were read. */
export const ownAddresses = (own: string): string[] => [
  ...new Set([own, ...setup().identities.map(({ email }) => email)].map((email) => email.toLowerCase())),
];
