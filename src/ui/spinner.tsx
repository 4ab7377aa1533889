import type { ComponentProps } from "solid-js";

/** `<Spinner />` beside the text that says what is going on; by itself it is silent for screen readers. */
export const Spinner = (props: ComponentProps<"span">) => <span data-slot="spinner" aria-hidden="true" {...props} />;
