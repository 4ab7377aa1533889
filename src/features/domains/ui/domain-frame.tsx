import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { PageHeader } from "~/ui/page-header";
import { TabLinks } from "~/ui/tab-links";
import type { DomainDetail } from "../schema";
import { awaitCheck } from "./await-check";
import { CheckButton } from "./check-button";
import { DomainContext } from "./domain-context";
import { DomainStateChip } from "./domain-state-chip";
import { createDnsWatch } from "./watch-dns";
import { Show } from "solid-js";

/** What the pages of one domain have in common: its name and state, the look at DNS, and the way from one page to the next. */
export function DomainFrame(props: { domain: DomainDetail; canEdit: boolean; children: JSX.Element }) {
  awaitCheck(() => props.domain.isChecking);
  createDnsWatch(() => props.domain.id);
  const canEdit = () => props.canEdit && props.domain.state !== "releasing" && props.domain.state !== "suspended";
  const at = (view: string) => `/admin/domains/${props.domain.id}${view}`;
  return (
    <DomainContext.Provider value={{ domain: () => props.domain, canEdit }}>
      <PageHeader
        title={props.domain.displayName}
        status={<DomainStateChip state={props.domain.state} />}
        crumbs={[{ label: t("domains.title"), href: "/admin/domains" }, { label: props.domain.displayName }]}
        actions={
          <Show when={canEdit()}>
            <CheckButton domain={props.domain} />
          </Show>
        }
      />
      <TabLinks
        label={props.domain.displayName}
        links={[
          { href: at(""), label: t("domains.viewRecords") },
          { href: at("/sight"), label: t("domains.viewSight") },
          { href: at("/dkim"), label: t("domains.viewDkim") },
          { href: at("/connect"), label: t("domains.viewConnect") },
          { href: at("/history"), label: t("domains.viewHistory") },
          { href: at("/settings"), label: t("domains.viewSettings") },
        ]}
      />
      <div class="mt-5">{props.children}</div>
    </DomainContext.Provider>
  );
}
