import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { AddSignature, SetSignature } from "../../schema/composing";
import { pageData } from "../page-data";

/** As whom one may write, and one's signatures. */
export const mailSignatures = query(
  () => pageData(() => trpc.webmail.composing.setup.query()),
  "webmail.composing.setup",
);

/** Adds a signature, or changes the one that is named. */
export const saveSignature = action(async ({ signatureId, ...words }: AddSignature & Partial<SetSignature>) => {
  if (signatureId) await trpc.webmail.composing.signatures.set.mutate({ signatureId, ...words });
  else await trpc.webmail.composing.signatures.add.mutate(words);
  return reload({ revalidate: mailSignatures.key });
}, "webmail.composing.signatures.save");

export const removeSignature = action(async (signatureId: string) => {
  await trpc.webmail.composing.signatures.remove.mutate({ signatureId });
  return reload({ revalidate: mailSignatures.key });
}, "webmail.composing.signatures.remove");
