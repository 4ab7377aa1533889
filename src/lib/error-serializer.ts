/** The part of an error that a page may carry: the named failure of a procedure, if it was one. */
type CarriedError = Error & { data?: { failure?: unknown } };

type Parser = { parse: (value: unknown) => unknown };
type Node = { failure: unknown };

const parse = (error: CarriedError, context: Parser): Node => ({ failure: context.parse(error.data?.failure) });

/**
 * How an error that happened while a page was rendered travels in that page (a seroval plugin, as `renderToStream` takes them).
 * As it comes, an error would take its stack, its cause and whatever else hangs on it: paths of the server, SQL, addresses. Here only
 * the failure's key and details go, in the place where a browser's own call would have them: `error.data.failure`.
 */
export const errorSerializer = {
  tag: "deftmail/error",
  test: (value: unknown) => value instanceof Error,
  parse: {
    sync: parse,
    stream: parse,
    async: async (error: CarriedError, context: Parser): Promise<Node> => ({
      failure: await context.parse(error.data?.failure),
    }),
  },
  serialize: (node: Node, context: { serialize: (node: unknown) => string }) =>
    `Object.assign(new Error("failed"),{data:{failure:${context.serialize(node.failure)}}})`,
  deserialize: (node: Node, context: { deserialize: (node: unknown) => unknown }) =>
    Object.assign(new Error("failed"), { data: { failure: context.deserialize(node.failure) } }),
};
