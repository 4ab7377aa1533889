import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Progress } from "~/ui/progress";
import type { TenantLimits } from "../../schema/tenant";

const number = (count: number) => new Intl.NumberFormat(locale()).format(count);
const size = (bytes: number) => formatBytes(bytes, locale());

/** What is used of the plan, as bars with their numbers. */
export const PlanCard = (props: { limits: TenantLimits }) => (
  <Card title={t("tenant.planTitle")} description={t("tenant.planText")}>
    <div class="grid gap-5 grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))]">
      <Bar label={t("tenant.planDomains")} use={props.limits.domains} word={number} />
      <Bar label={t("tenant.planUsers")} use={props.limits.users} word={number} />
      <Bar label={t("tenant.planStorage")} use={props.limits.storage} word={size} />
      <Bar label={t("tenant.planMessages")} use={props.limits.messages} word={number} />
    </div>
  </Card>
);

const Bar = (props: { label: string; use: { used: number; max: number }; word: (value: number) => string }) => (
  <div class="grid gap-1">
    <span class="text-sm font-medium">{props.label}</span>
    <Progress
      label={props.label}
      value={props.use.used}
      max={props.use.max}
      text={t("tenant.planUse", { used: props.word(props.use.used), max: props.word(props.use.max) })}
      variant="meter"
    />
  </div>
);
