import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RefreshIcon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
import { failureText } from "../domain-failure";
import { useDomain } from "../domain-context";
import { createSight } from "./create-sight";
import { SightRecord } from "./sight-record";
import { ServersCard } from "./sight-servers";

/** What every name server and the big public resolvers show of the domain's records, at this moment. */
export function SightView() {
  const { domain } = useDomain();
  const records = () => domain().records;
  const sight = createSight(
    () => domain().id,
    () => records().map(({ id }) => id),
  );
  const [now, setNow] = createSignal(0);
  onMount(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    setNow(Date.now());
    onCleanup(() => clearInterval(timer));
  });
  const known = () => records().filter(({ id }) => sight.rows[id]?.seen);
  const complete = () => known().filter(({ id }) => sight.rows[id]?.seen?.value.verdict === "everyone");
  return (
    <div class="grid gap-5 pt-2">
      <div class="flex flex-wrap items-center justify-between gap-3">
        <div class="min-w-0 max-w-[44rem]">
          <h2>{t("sight.title")}</h2>
          <p class="text-muted">{t("sight.text")}</p>
        </div>
        <Show
          when={sight.state() === "stopped"}
          fallback={<Button onClick={() => sight.stop()}>{t("sight.stop")}</Button>}
        >
          <Button icon={<RefreshIcon size={16} />} onClick={() => sight.start()}>
            {t("sight.start")}
          </Button>
        </Show>
      </div>
      <div class="text-muted text-sm min-h-5">
        <p>{t(`sight.state_${sight.state()}`)}</p>
        {/* Read out when it changes, not at every look. */}
        <p role="status">
          <Show when={known().length === records().length}>
            {t("sight.summary", { seen: complete().length, total: known().length })}
          </Show>
        </p>
      </div>
      <Show when={sight.failure()}>{(error) => <Notice tone="warning">{failureText(error())}</Notice>}</Show>
      <ServersCard found={sight.servers()} />
      <Card variant="flush" title={t("sight.recordsTitle")} description={t("sight.recordsText")}>
        <ol>
          <For each={records().map(({ id }) => id)}>
            {(id) => {
              const record = () => records().find((one) => one.id === id);
              return <>{record() && <SightRecord record={record()!} row={sight.rows[id]} now={now()} />}</>;
            }}
          </For>
        </ol>
      </Card>
    </div>
  );
}
