import { type ComponentProps, Show, splitProps } from "solid-js";

/** `<Logo />` is mark and name, `<Logo variant="mark" />` the mark: an envelope whose flap is a check. */
export function Logo(props: ComponentProps<"span"> & { variant?: "full" | "mark"; name?: string }) {
  const [own, rest] = splitProps(props, ["variant", "name"]);
  return (
    <span data-slot="logo" {...rest}>
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="1" y="4" width="30" height="24" rx="7" fill="var(--accent)" />
        <path
          d="M7 11.5l7 7.5L25 9.5"
          fill="none"
          stroke="var(--accent-text)"
          stroke-width="3"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      <Show when={own.variant !== "mark"}>
        <span>{own.name ?? "DeftMail"}</span>
      </Show>
    </span>
  );
}
