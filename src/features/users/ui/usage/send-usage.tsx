import { Show } from "solid-js";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Progress } from "~/ui/progress";
import type { SendAllowance, SendUsage } from "../../schema/limits";

const number = (count: number) => new Intl.NumberFormat(locale()).format(count);
const time = (instant: string) =>
  new Date(instant).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

/** What was sent within the hour and the day that run, and when each begins anew. */
export const SendUsageBars = (props: { usage: SendUsage; note?: Partial<Record<"hour" | "day", string>> }) => (
  <div class="grid gap-5 grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))]">
    <Bar label={t("usage.sendHour")} allowance={props.usage.hour} note={props.note?.hour} />
    <Bar label={t("usage.sendDay")} allowance={props.usage.day} note={props.note?.day} />
  </div>
);

function Bar(props: { label: string; allowance: SendAllowance; note?: string }) {
  const used = () => number(props.allowance.used);
  return (
    <div class="grid gap-1 content-start">
      <span class="text-sm font-medium">{props.label}</span>
      <Show when={props.allowance.limit !== null} fallback={<p>{t("usage.sendUnlimited", { used: used() })}</p>}>
        <Progress
          label={props.label}
          value={props.allowance.used}
          max={props.allowance.limit ?? 0}
          text={t("usage.sendLeft", {
            ...{ used: used(), max: number(props.allowance.limit ?? 0), left: number(props.allowance.left ?? 0) },
          })}
          variant="meter"
        />
      </Show>
      <p class="text-sm text-muted">{t("usage.sendAnew", { time: time(props.allowance.roomAt) })}</p>
      <Show when={props.note}>
        <p class="text-sm">{props.note}</p>
      </Show>
    </div>
  );
}
