import { type ComponentProps, splitProps } from "solid-js";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

/** `<Badge tone="accent">12</Badge>`: a count or a word beside a name. For a state that matters use `StatusChip`. */
export function Badge(props: ComponentProps<"span"> & { tone?: Tone }) {
  const [own, rest] = splitProps(props, ["tone"]);
  return <span data-slot="badge" data-tone={own.tone ?? "neutral"} {...rest} />;
}
