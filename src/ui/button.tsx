import { type ComponentProps, type JSX, Show, splitProps } from "solid-js";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";
export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: JSX.Element;
  /** Shows a spinner and swallows clicks; keeps focus, which `disabled` would lose. */
  busy?: boolean;
};

/** `<Button type="submit" variant="primary" busy={adding.pending} icon={<PlusIcon />}>Add</Button>`; `secondary` and `type="button"` unless told. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ["variant", "size", "icon", "busy", "children"]);
  const swallow = (event: MouseEvent) => {
    if (!own.busy) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      data-slot="button"
      data-variant={own.variant ?? "secondary"}
      data-size={own.size ?? "md"}
      aria-busy={own.busy || undefined}
      aria-disabled={own.busy || undefined}
      on:click={swallow}
      {...rest}
    >
      <Show when={own.busy} fallback={own.icon}>
        <Spinner />
      </Show>
      <span data-slot="button-label">{own.children}</span>
    </button>
  );
}
