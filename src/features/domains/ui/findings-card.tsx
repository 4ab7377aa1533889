import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import type { Finding } from "../schema/findings";
import { RemoveList } from "./remove-list";

const tones = { remove: "danger", warning: "warning", note: "neutral" } satisfies Record<Finding["kind"], Tone>;
const order = ["remove", "warning", "note"] as const;

/** One sentence on what was found beyond the wanted records. */
const findingText = ({ code, vars }: Finding): string =>
  (t as (key: string, vars: Record<string, string>) => string)(`checks.finding_${code}`, vars);

/** What else there is in the zone: first what is to go, then what deserves a look. */
export function FindingsCard(props: { findings: readonly Finding[] }) {
  const sorted = () => order.flatMap((kind) => props.findings.filter((finding) => finding.kind === kind));
  return (
    <Show when={props.findings.length > 0}>
      <Card title={t("guide.findingsTitle")} description={t("guide.findingsText")}>
        <ul class="grid gap-3">
          <For each={sorted()}>
            {(finding) => (
              <li class="grid gap-2" data-finding={finding.code}>
                <Notice tone={tones[finding.kind]} role="group">
                  {findingText(finding)}
                </Notice>
                <Show when={finding.kind === "remove" && finding.record}>
                  {(record) => <RemoveList records={[record()]} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  );
}
