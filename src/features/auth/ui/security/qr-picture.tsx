/** A QR code: rows of `1` (dark) and `0`. Black on white in every appearance, for cameras. */
export function QrPicture(props: { rows: readonly string[]; label: string }) {
  const size = () => props.rows.length;
  const dark = () =>
    props.rows.flatMap((row, y) => [...row].map((cell, x) => (cell === "1" ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size()} ${size()}`}
      width="200"
      height="200"
      shape-rendering="crispEdges"
      class="mx-auto rounded-md"
    >
      <rect width="100%" height="100%" fill="white" />
      <path d={dark()} fill="black" />
    </svg>
  );
}
