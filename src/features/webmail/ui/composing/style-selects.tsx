import type Squire from "squire-rte";
import { For } from "solid-js";
import { t } from "~/lib/i18n/t";

/** Sizes as CSS keywords, which mail programs scale with their own text. */
const sizes = { small: "small", normal: null, large: "large", huge: "x-large" } as const;
/** Readable on light and on dark ground. */
const colours = {
  ...{ none: null, grey: "dimgray", red: "crimson", orange: "chocolate", green: "seagreen" },
  ...{ blue: "royalblue", purple: "darkorchid" },
} as const;

/** How large and in which colour what is selected, or written next, stands there. */
export function StyleSelects(props: { editor: Squire }) {
  return (
    <>
      <select
        aria-label={t("composing.size")}
        title={t("composing.size")}
        onChange={({ currentTarget }) => {
          props.editor.setFontSize(sizes[currentTarget.value as keyof typeof sizes]).focus();
        }}
      >
        <For each={Object.keys(sizes) as (keyof typeof sizes)[]}>
          {(name) => (
            <option value={name} selected={name === "normal"}>
              {t(`composing.size_${name}`)}
            </option>
          )}
        </For>
      </select>
      <select
        aria-label={t("composing.colour")}
        title={t("composing.colour")}
        onChange={({ currentTarget }) => {
          props.editor.setTextColor(colours[currentTarget.value as keyof typeof colours]).focus();
        }}
      >
        <For each={Object.keys(colours) as (keyof typeof colours)[]}>
          {(name) => <option value={name}>{t(`composing.colour_${name}`)}</option>}
        </For>
      </select>
    </>
  );
}
