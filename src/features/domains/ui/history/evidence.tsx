import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";

/** What the advice was is said by the states already. */
const hidden = new Set(["advice"]);
const known = ["found", "before", "servers", "added", "removed", "error"] as const;

const labelOf = (name: string): string => {
  const key = known.find((one) => one === name);
  return key ? t(`watch.evidence_${key}`) : name;
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const valuesOf = (value: unknown): string[] => {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
};

/** Raw answers, folded away: they are for whoever has to find out. */
export function Evidence(props: { evidence: Record<string, unknown>; isChange: boolean }) {
  const entries = () => Object.entries(props.evidence).filter(([name]) => !hidden.has(name));
  return (
    <Show when={entries().length > 0}>
      <details data-slot="history-evidence">
        <summary>{t(props.isChange ? "watch.evidenceChange" : "watch.evidence")}</summary>
        <dl>
          <For each={entries()}>
            {([name, value]) => (
              <>
                <dt>{labelOf(name)}</dt>
                <dd>
                  <For each={valuesOf(value)} fallback={t("watch.evidence_none")}>
                    {(text) => <code>{text}</code>}
                  </For>
                </dd>
              </>
            )}
          </For>
        </dl>
      </details>
    </Show>
  );
}
