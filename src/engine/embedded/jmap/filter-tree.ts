import { z } from "zod";
import { MethodError } from "../seams";

/** A filter of RFC 8620 section 5.5: a condition, or an operator over filters. */
export type FilterTree<Condition> = Condition | { operator: "AND" | "OR" | "NOT"; conditions: FilterTree<Condition>[] };

const maxDepth = 20;
const maxNodes = 500;
const Operator = z.strictObject({ operator: z.enum(["AND", "OR", "NOT"]), conditions: z.array(z.unknown()).max(200) });

export const isOperator = <Condition extends object>(
  tree: FilterTree<Condition>,
): tree is { operator: "AND" | "OR" | "NOT"; conditions: FilterTree<Condition>[] } => "operator" in tree;

/**
 * Checks a filter against the type's condition schema. An unknown property answers `unsupportedFilter`, a bad value `invalidArguments`.
 * No filter and an empty one are `null`.
 */
export function parseFilter<Condition extends object>(
  condition: z.ZodType<Condition>,
  filter: unknown,
): FilterTree<Condition> | null {
  let nodes = 0;
  const parse = (node: unknown, depth: number): FilterTree<Condition> => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) {
      throw new MethodError("invalidArguments", "filter: not an object");
    }
    if (depth > maxDepth || ++nodes > maxNodes) throw new MethodError("unsupportedFilter", "the filter is too large");
    if ("operator" in node) {
      const parsed = Operator.safeParse(node);
      if (!parsed.success) throw new MethodError("invalidArguments", "filter: bad operator");
      return {
        operator: parsed.data.operator,
        conditions: parsed.data.conditions.map((child) => parse(child, depth + 1)),
      };
    }
    const parsed = condition.safeParse(node);
    if (parsed.success) return parsed.data;
    const unknown = parsed.error.issues.some((issue) => issue.code === "unrecognized_keys");
    throw new MethodError(unknown ? "unsupportedFilter" : "invalidArguments", parsed.error.issues[0]?.message);
  };
  if (filter == null) return null;
  const tree = parse(filter, 0);
  return Object.keys(tree).length === 0 ? null : tree;
}

/** Evaluates a filter on one object in memory, for the small types. */
export function matchesFilter<Condition extends object>(
  tree: FilterTree<Condition> | null,
  matches: (condition: Condition) => boolean,
): boolean {
  if (tree === null) return true;
  if (!isOperator(tree)) return matches(tree);
  const test = (child: FilterTree<Condition>) => matchesFilter(child, matches);
  if (tree.operator === "AND") return tree.conditions.every(test);
  if (tree.operator === "OR") return tree.conditions.some(test);
  return !tree.conditions.some(test);
}

export const Comparator = z.looseObject({
  property: z.string().max(100),
  isAscending: z.boolean().nullish(),
  collation: z.string().max(100).nullish(),
});
export type Comparator = z.infer<typeof Comparator>;
export const Sort = z.array(Comparator).max(20).nullish();
