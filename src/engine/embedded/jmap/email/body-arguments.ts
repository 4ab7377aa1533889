import { z } from "zod";
import type { BodyOptions } from "./body-view";
import { checkBodyProperties, defaultBodyProperties } from "./email-properties";

/** The arguments about bodies that Email/get and Email/parse share. */
export const bodyArguments = {
  bodyProperties: z.array(z.string().max(300)).nullish(),
  fetchTextBodyValues: z.boolean().nullish(),
  fetchHTMLBodyValues: z.boolean().nullish(),
  fetchAllBodyValues: z.boolean().nullish(),
  maxBodyValueBytes: z.int().min(0).nullish(),
};

const Shape = z.object(bodyArguments);

/** Fills in the defaults. Throws `invalidArguments` for unknown body properties. */
export function bodyOptions(args: z.infer<typeof Shape>): BodyOptions {
  if (args.bodyProperties) checkBodyProperties(args.bodyProperties);
  return {
    bodyProperties: args.bodyProperties ?? defaultBodyProperties,
    withSubParts: !args.bodyProperties || args.bodyProperties.includes("subParts"),
    fetchTextBodyValues: args.fetchTextBodyValues ?? false,
    fetchHTMLBodyValues: args.fetchHTMLBodyValues ?? false,
    fetchAllBodyValues: args.fetchAllBodyValues ?? false,
    maxBodyValueBytes: args.maxBodyValueBytes ?? 0,
  };
}
