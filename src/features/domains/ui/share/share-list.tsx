import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { SharePage } from "../../schema/share";
import { LocalDay } from "../local-day";

/** Links that still open something, each to be taken back. */
export const ShareList = (props: { shares: SharePage["shares"]; onRevoke: (shareId: string) => void }) => (
  <section class="grid gap-1">
    <h3 class="text-sm text-muted font-normal">{t("guide.shareOpen")}</h3>
    <ul>
      <For each={props.shares}>
        {(share) => (
          <li class="flex flex-wrap items-center justify-between gap-2 py-2 border-t border-border">
            <span>
              {t("guide.shareUntil")} <LocalDay at={share.expiresAt} />
            </span>
            <Button size="sm" onClick={() => props.onRevoke(share.id)}>
              {t("guide.shareRevoke")}
            </Button>
          </li>
        )}
      </For>
    </ul>
  </section>
);
