import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { CheckIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { StatusChip } from "~/ui/status-chip";
import type { Attention, AttentionKind } from "../schema/stats";

/** Where each is seen to, and how bad it is. */
const places = {
  paused: { href: "/admin/users?is=paused", tone: "danger" },
  domainsBroken: { href: "/admin/domains", tone: "danger" },
  applyFailed: { href: "/admin/users?is=failed", tone: "danger" },
  mailboxesFull: { href: "/admin/users?is=over_quota", tone: "danger" },
  bounces: { href: "/admin/delivery?state=failed", tone: "warning" },
  failedSignIns: { href: "/admin/analytics?by=failedSignIns&range=day", tone: "warning" },
  heldPosts: { href: "/admin/groups", tone: "warning" },
  domainsAttention: { href: "/admin/domains", tone: "warning" },
  mailboxesNearlyFull: { href: "/admin/users?is=nearly_full", tone: "warning" },
  deferred: { href: "/admin/delivery?state=deferred", tone: "neutral" },
  applyPending: { href: "/admin/users?is=pending", tone: "neutral" },
  invited: { href: "/admin/users?is=invited", tone: "neutral" },
} as const satisfies Record<AttentionKind, { href: string; tone: "danger" | "warning" | "neutral" }>;

/** What needs a look first; when nothing does, that. */
export function AttentionList(props: { items: Attention["items"] }) {
  return (
    <Card title={t("analytics.attention")}>
      <Show
        when={props.items.length > 0}
        fallback={
          <p class="flex items-center gap-3 m-0">
            <span class="grid place-items-center shrink-0 w-7 h-7 rounded-full bg-success-soft text-success">
              <CheckIcon size={16} />
            </span>
            <span>
              <strong class="font-medium">{t("analytics.allWell")}</strong> {t("analytics.allWellText")}
            </span>
          </p>
        }
      >
        <ul class="grid gap-3 m-0 p-0 list-none">
          <For each={props.items}>
            {({ kind, count }) => (
              <li class="flex flex-wrap items-center gap-3">
                <StatusChip tone={places[kind].tone}>{t(`analytics.item_${kind}`, { count })}</StatusChip>
                <LinkButton
                  href={places[kind].href}
                  size="sm"
                  class="ms-auto"
                  aria-label={`${t("analytics.see")}: ${t(`analytics.item_${kind}`, { count })}`}
                >
                  {t("analytics.see")}
                </LinkButton>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
