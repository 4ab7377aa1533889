import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { fullTime } from "../mail-time";
import type { MessageHeaders } from "../../schema/parts";

const checks = {
  spf: "previews.check_spf",
  dkim: "previews.check_dkim",
  dmarc: "previews.check_dmarc",
  arc: "previews.check_arc",
} as const;
const results = {
  pass: "previews.result_pass",
  fail: "previews.result_fail",
  softfail: "previews.result_softfail",
  neutral: "previews.result_neutral",
  none: "previews.result_none",
  temperror: "previews.result_temperror",
  permerror: "previews.result_permerror",
} as const;

const isKnown = <T extends object>(table: T, name: string): name is Extract<keyof T, string> =>
  Object.hasOwn(table, name);
const question = (method: string) => t(isKnown(checks, method) ? checks[method] : "previews.check_other");
const answer = (result: string) => (isKnown(results, result) ? t(results[result]) : result);

/** The header of a message, with what it means: which way it took, what our server found, then every line. */
export function HeaderView(props: { headers: MessageHeaders }) {
  const server = (name: string) => name || t("previews.route_unknown");
  return (
    // What scrolls has to be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div data-slot="header-view" tabindex="0" role="region" aria-label={t("previews.headers_title")}>
      <Show when={props.headers.checks.length > 0}>
        <h3>{t("previews.checks")}</h3>
        <ul>
          <For each={props.headers.checks}>
            {({ method, result, domain }) => (
              <li>
                <b>{method.toUpperCase()}</b> {question(method)} <strong>{answer(result)}</strong> <bdi>{domain}</bdi>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.headers.route.length > 0}>
        <h3>{t("previews.route")}</h3>
        <ol>
          <For each={props.headers.route}>
            {({ from, by, at }) => (
              <li>
                {t("previews.route_hop", { from: server(from), by: server(by) })}
                <Show when={at}>
                  {(when) => (
                    <>
                      {" "}
                      <time dateTime={when()}>{fullTime(when())}</time>
                    </>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <h3>{t("previews.all")}</h3>
      <dl>
        <For each={props.headers.fields}>
          {({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          )}
        </For>
      </dl>
    </div>
  );
}
