import { type ComponentProps, type JSX, Show, splitProps } from "solid-js";

export type ProgressProps = Omit<ComponentProps<"div">, "children"> & {
  /** What is measured; read out. */
  label: string;
  value: number;
  max: number;
  /** The same in words, e.g. `1.2 GB of 5 GB`; shown under the bar and read instead of the percentage. */
  text?: JSX.Element;
  /** `meter` colours itself from 80 % (warning) and 95 % (danger); `progress` stays in the accent. */
  variant?: "meter" | "progress";
};

const toneOf = (share: number) => (share >= 0.95 ? "danger" : share >= 0.8 ? "warning" : "accent");

/** `<Progress label="Storage" value={used} max={quota} text="1.2 GB of 5 GB" variant="meter" />` */
export function Progress(props: ProgressProps) {
  const [own, rest] = splitProps(props, ["label", "value", "max", "text", "variant"]);
  const share = () => (own.max > 0 ? Math.min(1, Math.max(0, own.value / own.max)) : 0);
  const percent = () => `${Math.round(share() * 100)}%`;
  return (
    <div data-slot="progress" data-tone={own.variant === "meter" ? toneOf(share()) : "accent"} {...rest}>
      <div
        role={own.variant === "meter" ? "meter" : "progressbar"}
        aria-label={own.label}
        aria-valuemin={0}
        aria-valuemax={own.max}
        aria-valuenow={own.value}
        aria-valuetext={typeof own.text === "string" ? own.text : percent()}
        data-slot="progress-track"
      >
        <div style={{ width: percent() }} />
      </div>
      <Show when={own.text}>
        <p>{own.text}</p>
      </Show>
    </div>
  );
}
