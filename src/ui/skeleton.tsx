import type { ComponentProps } from "solid-js";

/** `<Skeleton class="h-4 w-32" />`: a quiet bar where text will be. Give the region around it `aria-busy`. */
export const Skeleton = (props: ComponentProps<"div">) => <div data-slot="skeleton" aria-hidden="true" {...props} />;
