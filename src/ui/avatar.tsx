import { type ComponentProps, splitProps } from "solid-js";

export type AvatarProps = ComponentProps<"span"> & { name: string; size?: "sm" | "md" | "lg" };

const initialsOf = (name: string) =>
  name
    .split(/[\s@._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");

/** One of six hues, always the same for the same name. */
const hueOf = (name: string) => [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7) % 6;

/** `<Avatar name="Ada Lovelace" />`: initials on a colour that follows the name. Decorative: the name stands beside it. */
export function Avatar(props: AvatarProps) {
  const [own, rest] = splitProps(props, ["name", "size"]);
  return (
    <span data-slot="avatar" data-size={own.size ?? "md"} data-hue={hueOf(own.name)} aria-hidden="true" {...rest}>
      {initialsOf(own.name)}
    </span>
  );
}
