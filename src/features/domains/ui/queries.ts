import { action, query, redirect, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import type { DomainIntent, DomainState } from "../schema";

export type DomainFilter = { after?: string; state?: DomainState; search?: string };

/** One page of the tenant's domains; `after` is the cursor of the page before. */
export const domainList = query(
  (filter: DomainFilter = {}) => pageData(() => trpc.domains.list.query({ ...filter, limit: 50 })),
  "domains.list",
);

/** A domain with its records, `null` when there is none with this id. */
export const domainDetail = query(
  (domainId: string) =>
    pageData(async () => {
      try {
        return await trpc.domains.get.query({ domainId });
      } catch (error) {
        if (["domain.not_found", "request.invalid"].includes(failureKeyOf(error) ?? "")) return null;
        throw error;
      }
    }),
  "domains.get",
);

const everything = [domainList.key, domainDetail.key];

export const addDomain = action(async (form: FormData) => {
  const { id } = await trpc.domains.add.mutate({
    name: String(form.get("name")),
    ...(form.has("confirmsMixedScript") ? { confirmsMixedScript: true } : {}),
  });
  throw redirect(`/admin/domains/${id}`, { revalidate: everything });
}, "domains.add");

export const checkDomain = action(async (domainId: string) => {
  await trpc.domains.check.mutate({ domainId });
  return reload({ revalidate: everything });
}, "domains.check");

export const cancelCheck = action(async (domainId: string) => {
  await trpc.domains.cancelCheck.mutate({ domainId });
  return reload({ revalidate: everything });
}, "domains.cancelCheck");

export const publishInTrial = action(async (domainId: string) => {
  await trpc.domains.publishInTrial.mutate({ domainId });
  return reload({ revalidate: everything });
}, "domains.publishInTrial");

export const setIntent = action(async (input: { domainId: string; intent: DomainIntent }) => {
  await trpc.domains.setIntent.mutate(input);
  return reload({ revalidate: everything });
}, "domains.setIntent");

export const ignoreRecord = action(async (input: { domainId: string; recordId: string; isIgnored: boolean }) => {
  await trpc.domains.ignoreRecord.mutate(input);
  return reload({ revalidate: everything });
}, "domains.ignoreRecord");

export const updateDomain = action(async (form: FormData) => {
  await trpc.domains.update.mutate({ domainId: String(form.get("domainId")), note: String(form.get("note")) });
  return reload({ revalidate: everything });
}, "domains.update");

export const setPolicy = action(async (input: { domainId: string; forbidsSubdomains: boolean }) => {
  await trpc.domains.setPolicy.mutate(input);
  return reload({ revalidate: everything });
}, "domains.setPolicy");

export const removeDomain = action(async (domainId: string) => {
  await trpc.domains.remove.mutate({ domainId });
  throw redirect("/admin/domains", { revalidate: everything });
}, "domains.remove");
