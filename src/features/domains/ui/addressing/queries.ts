import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

/** What becomes of mail to a domain beyond its mailboxes. */
export const domainAddressing = query(
  (domainId: string) => pageData(() => trpc.domains.addressing.get.query({ domainId })),
  "domains.addressing",
);

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const refreshed = () => reload({ revalidate: domainAddressing.key });

export const setCatchAll = action(async (form: FormData) => {
  const address = text(form, "address").trim() || null;
  await trpc.domains.addressing.setCatchAll.mutate({ domainId: text(form, "domainId"), address });
  return refreshed();
}, "domains.addressing.setCatchAll");

export const setSubAddressing = action(async (domainId: string, subAddressing: boolean) => {
  await trpc.domains.addressing.setSubAddressing.mutate({ domainId, subAddressing });
  return refreshed();
}, "domains.addressing.setSubAddressing");

export const setAliasOf = action(async (form: FormData) => {
  const mainId = text(form, "mainId") || null;
  await trpc.domains.addressing.setAliasOf.mutate({ domainId: text(form, "domainId"), mainId });
  return refreshed();
}, "domains.addressing.setAliasOf");
