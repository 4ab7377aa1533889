import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const given = (form: FormData, name: string) => text(form, name) || undefined;

/** What the member can prove themselves with. */
export const proofMethods = query(() => trpc.auth.security.proofMethods.query(), "security.proofMethods");

export const stepUp = action(async (form: FormData) => {
  await trpc.auth.security.stepUp.mutate({ password: given(form, "password"), code: given(form, "code") });
  return reload({ revalidate: [] });
}, "security.stepUp");
