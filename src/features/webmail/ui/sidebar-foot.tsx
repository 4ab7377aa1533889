import { Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Progress } from "~/ui/progress";
import { ThemeSwitch } from "~/ui/theme-switch";
import type { Overview } from "../schema";

/** How full the mailbox is, and the appearance of the page. */
export function SidebarFoot(props: { quota: Overview["quota"] }) {
  const text = (quota: NonNullable<Overview["quota"]>) =>
    t("webmail.storageText", {
      used: formatBytes(quota.usedBytes, locale()),
      limit: formatBytes(quota.limitBytes, locale()),
    });
  return (
    <div class="grid gap-4">
      <Show when={props.quota}>
        {(quota) => (
          <>
            <Progress
              label={t("webmail.storage")}
              value={quota().usedBytes}
              max={quota().limitBytes}
              text={text(quota())}
              variant="meter"
            />
            <Show when={quota().usedBytes >= quota().limitBytes * 0.8}>
              <p class="text-sm">
                {t(quota().usedBytes >= quota().limitBytes ? "webmail.storageFull" : "webmail.storageNearlyFull")}
              </p>
            </Show>
          </>
        )}
      </Show>
      <ThemeSwitch />
    </div>
  );
}
