import { type ComponentProps, splitProps } from "solid-js";

export type IconProps = ComponentProps<"svg"> & { size?: number };

/** Makes an icon from the `d` of strokes on a 24-unit grid. Decorative unless it is given an `aria-label`. */
export const icon = (strokes: string) => (props: IconProps) => {
  const [own, rest] = splitProps(props, ["size"]);
  return (
    <svg
      data-slot="icon"
      width={own.size ?? 18}
      height={own.size ?? 18}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={rest["aria-label"] ? "img" : undefined}
      aria-hidden={rest["aria-label"] ? undefined : "true"}
      {...rest}
    >
      <path d={strokes} />
    </svg>
  );
};
