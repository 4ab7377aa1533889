import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { failureKeyOf } from "../failure-key";
import { pageData } from "../page-data";
import { leavePage } from "../leaving";
import { currentMember } from "../queries";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Name and rules of the tenant, and what is used of its plan; null where the member's role does not show them. */
export const tenantSettings = query(
  () =>
    pageData(async () => {
      try {
        const [tenant, limits] = await Promise.all([trpc.auth.tenant.get.query(), trpc.auth.tenant.limits.query()]);
        return { tenant, limits };
      } catch (error) {
        if (failureKeyOf(error) === "auth.role_too_low") return null;
        throw error;
      }
    }),
  "tenant.settings",
);

export const renameTenant = action(async (form: FormData) => {
  await trpc.auth.tenant.rename.mutate({ name: text(form, "name") });
  return reload({ revalidate: [tenantSettings.key, currentMember.key] });
}, "tenant.rename");

export const setPolicy = action(async (requiresSecondFactor: boolean) => {
  await trpc.auth.security.setPolicy.mutate({ requiresSecondFactor });
  return reload({ revalidate: tenantSettings.key });
}, "tenant.setPolicy");

/** Makes one more tenant, and goes there. */
export const createTenant = action(async (form: FormData) => {
  const { tenantId } = await trpc.auth.tenant.create.mutate({ company: text(form, "company") });
  await leavePage(() => trpc.auth.switchTenant.mutate({ tenantId }), "/admin");
}, "tenant.create");

export const closeTenant = action(
  (name: string) => leavePage(() => trpc.auth.tenant.close.mutate({ name }), "/reopen"),
  "tenant.close",
);
