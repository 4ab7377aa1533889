import type { RestRoute } from "./rest-routes";

/** The status of success: what the procedure says of itself, else 200, or 204 where there is nothing to tell. */
export const successStatus = ({ meta, output }: Pick<RestRoute, "meta" | "output">): number =>
  meta.successStatus ?? (output.def.type === "void" ? 204 : 200);
