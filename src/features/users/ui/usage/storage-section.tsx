import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";
import { Progress } from "~/ui/progress";
import type { MailUser } from "../../schema";
import { userUsage } from "./queries";
import { StorageWords } from "./storage-words";
import { UsageTrend } from "./usage-trend";

const UserDialogs = lazyPart(
  () => import("../user-dialogs"),
  (part) => part.onClose(),
);

const size = (bytes: number) => formatBytes(bytes, locale());

/** What a mailbox holds, how it grew, and what it may hold. */
export function StorageSection(props: { user: MailUser; canEdit: boolean }) {
  const usage = createAsync(() => userUsage(props.user.id));
  const [isChanging, setChanging] = createSignal(false);
  return (
    <section class="grid gap-3" aria-label={t("usage.storageTitle")}>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <h3 class="font-medium">{t("usage.storageTitle")}</h3>
        <Show when={props.canEdit && props.user.state !== "deleted"}>
          <Button size="sm" onPointerEnter={UserDialogs.preload} onClick={() => setChanging(true)}>
            {t("usage.changeQuota")}
          </Button>
        </Show>
      </div>
      <Show when={usage()}>
        {(found) => (
          <div class="grid gap-4">
            <Progress
              variant="meter"
              label={t("usage.storageTitle")}
              value={found().usedBytes}
              max={found().quotaBytes}
              text={t("usage.storageText", { used: size(found().usedBytes), quota: size(found().quotaBytes) })}
            />
            <StorageWords {...found()} />
            <UsageTrend trend={found().trend} />
            <Show when={found().mode === "pooled"}>
              <p class="text-sm text-muted">{t("usage.pooledCap")}</p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={isChanging()}>
        <UserDialogs user={props.user} act="setQuota" onClose={() => setChanging(false)} />
      </Show>
    </section>
  );
}
