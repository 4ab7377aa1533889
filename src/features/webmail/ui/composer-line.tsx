import { type ComponentProps, createUniqueId, type JSX, Show, splitProps } from "solid-js";

export type ComposerLineProps = Omit<ComponentProps<"input">, "value"> & {
  label: string;
  value: string;
  issue?: string | undefined;
  /** At the end of the line. */
  suffix?: JSX.Element;
};

/** One line of the head of a message that is being written: name and value side by side, the problem below. */
export function ComposerLine(props: ComposerLineProps) {
  const [own, rest] = splitProps(props, ["label", "issue", "suffix"]);
  const id = createUniqueId();
  return (
    <div data-slot="composer-line" data-invalid={own.issue ? "" : undefined}>
      <label for={id}>{own.label}</label>
      <input
        id={id}
        type="text"
        aria-invalid={own.issue ? "true" : undefined}
        aria-describedby={own.issue ? `${id}-issue` : undefined}
        {...rest}
      />
      {own.suffix}
      <Show when={own.issue}>
        <p id={`${id}-issue`} role="alert">
          {own.issue}
        </p>
      </Show>
    </div>
  );
}
