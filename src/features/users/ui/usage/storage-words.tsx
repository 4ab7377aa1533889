import { Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";

/** What a mailbox that is full, or nearly, means for those who write to it. */
export function StorageWords(props: { usedBytes: number; quotaBytes: number; isPoolFull: boolean }) {
  const share = () => props.usedBytes / Math.max(1, props.quotaBytes);
  return (
    <Switch>
      <Match when={props.isPoolFull}>
        <Notice tone="danger">{t("usage.poolFull")}</Notice>
      </Match>
      <Match when={share() >= 1}>
        <Notice tone="danger">{t("usage.full")}</Notice>
      </Match>
      <Match when={share() >= 0.8}>
        <Notice tone="warning">{t("usage.nearlyFull")}</Notice>
      </Match>
    </Switch>
  );
}
