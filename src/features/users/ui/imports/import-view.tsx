import { createAsync, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { mayAdminister } from "~/features/auth/ui/may-administer";
import { currentMember } from "~/features/auth/ui/queries";
import { domainList } from "~/features/domains/ui/queries";
import { t } from "~/lib/i18n/t";
import { PageHeader } from "~/ui/page-header";
import { usableDomains } from "../usable-domains";
import { ImportForm } from "./import-form";
import { ImportRun } from "./import-run";
import { RecentImports } from "./recent-imports";

/** Bringing many mailbox users from a file. */
export function ImportView() {
  const [params] = useSearchParams<{ run?: string }>();
  const me = createAsync(() => currentMember());
  const domains = createAsync(() => domainList());
  const canEdit = () => mayAdminister(me()) || me()?.member.role === "domain_admin";
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        description={t("imports.description")}
        crumbs={[{ label: t("users.title"), href: "/admin/users" }, { label: t("imports.title") }]}
      />
      <Show
        when={typeof params.run === "string" && params.run}
        keyed
        fallback={
          <div class="grid gap-5 min-w-0">
            <Show when={canEdit()}>
              <ImportForm domains={usableDomains(domains())} />
            </Show>
            <RecentImports />
          </div>
        }
      >
        {(runId) => <ImportRun runId={runId} canEdit={canEdit()} />}
      </Show>
    </>
  );
}
