import { createEffect, on, onCleanup, onMount } from "solid-js";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "./time-chart.css";

export type ChartSeries = {
  label: string;
  /** One a moment; null leaves a gap. */
  values: readonly (number | null)[];
  tone: "accent" | "success" | "warning" | "danger";
  /** Told apart by more than colour: `dashed` and `dotted` lines. */
  line?: "dashed" | "dotted";
};

export type TimeChartProps = {
  /** What is shown; for whoever does not see it. The figures themselves belong into a table beside it. */
  label: string;
  /** Instants, oldest first. */
  at: readonly string[];
  series: readonly ChartSeries[];
  writeTime: (at: Date) => string;
  writeValue: (value: number) => string;
};

const height = 220;
const dashes = { dashed: [8, 5], dotted: [2, 4] };

/** Custom properties are not worked out until something wears them. */
function colourOf(host: HTMLElement, role: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${role})`;
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** `<TimeChart label="Mail" at={hours} series={[{ label: "Sent", values, tone: "accent" }]} … />`: lines over time, drawn anew when the theme changes. Fetch it lazily: it brings a library. */
export default function TimeChart(props: TimeChartProps) {
  let host!: HTMLDivElement;
  let chart: UPlot | undefined;

  function draw() {
    chart?.destroy();
    const [text, grid] = [colourOf(host, "muted"), colourOf(host, "border")];
    const font = `12px ${getComputedStyle(host).fontFamily}`;
    const axis = { stroke: text, font, grid: { stroke: grid, width: 1 }, ticks: { show: false } };
    const series = props.series.map(({ label, tone, line }): UPlot.Series => ({
      ...{ label, stroke: colourOf(host, tone), width: 2, dash: line && dashes[line], points: { size: 5 } },
      value: (_, value: number | null) => (value === null ? "–" : props.writeValue(value)),
    }));
    chart = new UPlot(
      {
        ...{ width: host.clientWidth, height, pxAlign: false },
        scales: { x: { time: true }, y: { range: (_, _min, most) => [0, Math.max(1, most * 1.1)] } },
        cursor: { drag: { x: false, y: false }, points: { size: 7 } },
        axes: [
          {
            ...axis,
            size: 34,
            space: 90,
            values: (_, moments) => moments.map((at) => props.writeTime(new Date(at * 1000))),
          },
          {
            ...{ ...axis, size: 64 },
            values: (_, values) => values.map((value) => (Number.isInteger(value) ? props.writeValue(value) : "")),
          },
        ],
        series: [
          { label: "", value: (_, at: number | null) => (at === null ? "–" : props.writeTime(new Date(at * 1000))) },
          ...series,
        ],
      },
      [props.at.map((at) => Date.parse(at) / 1000), ...props.series.map(({ values }) => [...values])],
      host,
    );
  }

  onMount(() => {
    draw();
    const resized = new ResizeObserver(() => chart?.setSize({ width: host.clientWidth, height }));
    resized.observe(host);
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    onCleanup(() => {
      resized.disconnect();
      theme.disconnect();
      dark.removeEventListener("change", draw);
      chart?.destroy();
    });
  });
  createEffect(on(() => [props.at, props.series], draw, { defer: true }));
  return <div ref={host} data-slot="time-chart" role="img" aria-label={props.label} />;
}
