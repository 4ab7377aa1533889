import type { LabelColour } from "../../schema/labels";

/** The colour of a label; its name always stands beside it. */
export const LabelDot = (props: { colour: LabelColour }) => (
  <span data-slot="label-dot" data-colour={props.colour} aria-hidden="true" />
);
