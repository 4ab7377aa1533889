import { type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";

export type FieldFrameProps = {
  id: string;
  label: JSX.Element;
  help?: JSX.Element;
  issue?: string;
  optional?: boolean;
  /** Keeps the label for screen readers only, where the place says enough (a search box). */
  hideLabel?: boolean;
  class?: string;
  children: JSX.Element;
};

/** Label, control, help and problem in one column; the ids match `describedBy`. Used by the fields of the kit. */
export const FieldFrame = (props: FieldFrameProps) => (
  <div data-slot="field" data-invalid={props.issue ? "" : undefined} class={props.class}>
    <label for={props.id} data-slot="field-label" classList={{ "sr-only": props.hideLabel }}>
      {props.label}
      <Show when={props.optional}>
        <span data-slot="field-optional">{t("common.optional")}</span>
      </Show>
    </label>
    {props.children}
    <Show when={props.help}>
      <p id={`${props.id}-help`} data-slot="field-help">
        {props.help}
      </p>
    </Show>
    <p id={`${props.id}-issue`} data-slot="field-issue" aria-live="polite">
      {props.issue}
    </p>
  </div>
);

/** The ids a control of `FieldFrame` is described by. */
export const describedBy = (id: string, help: unknown) => (help ? `${id}-help ${id}-issue` : `${id}-issue`);
